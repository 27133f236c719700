// The part that all drags share: they draw at most once a frame, change the record only at the end, and stop
// at Escape.
import type { Position } from '$generated/Position';
import type { Pointer, Press } from './pointer';
import type { Machine, State } from './state';

export abstract class Drag implements State {
  #now: Position;
  /** The number of the requested frame in which to draw; 0 while none is requested. */
  #frame = 0;

  constructor(
    protected readonly machine: Machine,
    protected readonly press: Press,
  ) {
    this.#now = press.start;
  }

  /** Draws the drag with the pointer at `now`, in the map's measure, at a distance of `by` from its start. */
  protected abstract draw(now: Position, by: Position): void;
  /** Saves the result of the drag. */
  protected abstract finish(now: Position, by: Position): void;
  /** Removes everything that the drag has drawn. */
  protected abstract undraw(): void;

  follows(pointerId: number): boolean {
    return pointerId === this.press.pointer.pointerId;
  }

  move(pointer: Pointer): void {
    this.#now = this.machine.board.pointAt(pointer);
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.draw(this.#now, this.#by());
    });
  }

  up(): void {
    this.#leave();
    this.finish(this.#now, this.#by());
  }

  cancel(): void {
    this.#leave();
    this.undraw();
  }

  key(key: string): void {
    if (key === 'Escape') this.cancel();
  }

  #leave(): void {
    cancelAnimationFrame(this.#frame);
    this.machine.board.dropClick();
    this.machine.go({ to: 'idle' });
  }

  #by(): Position {
    return { x: this.#now.x - this.press.start.x, y: this.#now.y - this.press.start.y };
  }
}
