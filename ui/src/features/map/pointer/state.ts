// One state of the pointers on the map.
import type { Board } from './board';
import type { Pointer, Press, Target } from './pointer';

export interface State {
  /** Returns whether the state follows this pointer. The machine tells the state of no other pointer. */
  follows(pointerId: number): boolean;
  enter?(): void;
  /** Handles a pointer that is put down and that the state does not follow yet. */
  down?(pointer: Pointer, target: Target): void;
  move?(pointer: Pointer): void;
  up?(pointer: Pointer): void;
  /**
   * Undoes the changes of the picture and changes no record. If a pointer is given, only that pointer is
   * gone.
   */
  cancel?(pointer?: Pointer): void;
  key?(key: string): void;
}

/** The state that follows, with everything that it needs. */
export type Next =
  | { to: 'idle' }
  | { to: 'pressing'; press: Press; target: Exclude<Target, { on: 'client or tie' }> }
  | { to: 'dragging' | 'bringing' | 'tying'; press: Press; id: string }
  | { to: 'banding'; press: Press }
  | { to: 'panning'; pointer: Pointer }
  | { to: 'pinching'; fingers: Pointer[] };

/** The machine as its states see it. */
export type Machine = {
  readonly board: Board;
  /** Leaves the present state for another one. */
  go(next: Next): void;
};
