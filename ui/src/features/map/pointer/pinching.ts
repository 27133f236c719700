// The state in which two fingers hold the ground. The map grows and moves so that the point that each finger
// holds stays under it.
import { type Pointer, capture } from './pointer';
import type { Machine, State } from './state';

export class Pinching implements State {
  /** The last event of each finger. */
  readonly #fingers: Map<number, Pointer>;

  constructor(
    private readonly machine: Machine,
    fingers: Pointer[],
  ) {
    this.#fingers = new Map(fingers.map((finger) => [finger.pointerId, finger]));
  }

  follows(pointerId: number): boolean {
    return this.#fingers.has(pointerId);
  }

  enter(): void {
    const { board } = this.machine;
    for (const finger of this.#fingers.values()) {
      if (board.sheet) capture(board.sheet, finger);
      board.ground.hold(finger.pointerId, board.sheetAt(finger));
    }
  }

  move(finger: Pointer): void {
    this.#fingers.set(finger.pointerId, finger);
    this.machine.board.ground.drag(finger.pointerId, this.machine.board.sheetAt(finger));
  }

  up(finger: Pointer): void {
    this.cancel(finger);
  }

  /** Lifts one finger or all fingers. A finger that stays continues to move the view. */
  cancel(finger?: Pointer): void {
    const lifted = finger ? [finger.pointerId] : [...this.#fingers.keys()];
    for (const id of lifted) {
      this.#fingers.delete(id);
      this.machine.board.ground.release(id);
    }
    const [last, ...others] = this.#fingers.values();
    if (!last) this.machine.go({ to: 'idle' });
    else if (!others.length) this.machine.go({ to: 'panning', pointer: last });
  }
}
