// The state machine of pointers on the map. There is one state at a time, which alone decides what comes
// next.
import { Banding } from './banding';
import type { Board } from './board';
import { Bringing } from './bringing';
import { Dragging } from './dragging';
import { Idle } from './idle';
import { Panning } from './panning';
import { Pinching } from './pinching';
import type { Pointer, Target } from './pointer';
import { Pressing } from './pressing';
import type { Machine, Next, State } from './state';
import { Tying } from './tying';

export class PointerMachine implements Machine {
  #name: Next['to'] = 'idle';
  #state: State = new Idle(this);
  /** The kind of the pointer that last ended the idle state. */
  #type = '';
  /**
   * The last event of each finger on the map, in every state, because a second finger pinches together with
   * the first.
   */
  readonly #fingers = new Map<number, Pointer>();

  constructor(readonly board: Board) {}

  /** The name of the present state. */
  get state(): Next['to'] {
    return this.#name;
  }

  go(next: Next): void {
    this.#name = next.to;
    this.#state = this.#make(next);
    this.#state.enter?.();
  }

  down(pointer: Pointer, target: Target): void {
    if (pointer.isPrimary && pointer.pointerType === this.#type) this.#forget();
    if (this.#name === 'idle') this.#type = pointer.pointerType;
    const isFinger = pointer.pointerType === 'touch' && target.on !== 'list';
    if (isFinger) this.#fingers.set(pointer.pointerId, pointer);
    if (!isFinger || pointer.isPrimary) return this.#state.down?.(pointer, target);
    // Nobody aims between people before putting two fingers down, so the fingers pinch even if they lie on
    // somebody.
    this.#state.cancel?.();
    const [first, ...others] = this.#fingers.values();
    if (first)
      this.go(
        others.length ? { to: 'pinching', fingers: [first, ...others] } : { to: 'panning', pointer: first },
      );
  }

  move(pointer: Pointer): void {
    if (this.#fingers.has(pointer.pointerId)) this.#fingers.set(pointer.pointerId, pointer);
    const state = this.#state;
    if (!state.follows(pointer.pointerId)) return;
    state.move?.(pointer);
    // The move that begins a drag belongs to the drag.
    if (this.#state !== state) this.#state.move?.(pointer);
  }

  up(pointer: Pointer): void {
    this.#fingers.delete(pointer.pointerId);
    if (this.#state.follows(pointer.pointerId)) this.#state.up?.(pointer);
  }

  /** Takes a pointer away, for example because the browser begins to scroll with it. */
  cancel(pointer: Pointer): void {
    this.#fingers.delete(pointer.pointerId);
    if (this.#state.follows(pointer.pointerId)) this.#state.cancel?.(pointer);
  }

  key(key: string): void {
    this.#state.key?.(key);
  }

  /**
   * Drops pointers that were lifted without an event, for example because their element was removed. A mouse
   * or a hand has one primary pointer at a time.
   */
  #forget(): void {
    this.#fingers.clear();
    this.#state.cancel?.();
  }

  #make(next: Next): State {
    switch (next.to) {
      case 'idle':
        return new Idle(this);
      case 'pressing':
        return new Pressing(this, next.press, next.target);
      case 'dragging':
        return new Dragging(this, next.press, next.id);
      case 'bringing':
        return new Bringing(this, next.press, next.id);
      case 'tying':
        return new Tying(this, next.press, next.id);
      case 'banding':
        return new Banding(this, next.press);
      case 'panning':
        return new Panning(this, next.pointer);
      case 'pinching':
        return new Pinching(this, next.fingers);
    }
  }
}
