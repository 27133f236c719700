// One thing that pointers do on the map.
import type { Board } from './board';
import type { Pointer, Press, Target } from './pointer';

export interface State {
  /** Returns whether the state follows this pointer; the machine tells it of no other. */
  follows(pointerId: number): boolean;
  enter?(): void;
  /** A pointer is put down that the state does not follow yet. */
  down?(pointer: Pointer, target: Target): void;
  move?(pointer: Pointer): void;
  up?(pointer: Pointer): void;
  /** Undoes what the picture shows and changes no record. With a pointer, only that pointer is gone. */
  cancel?(pointer?: Pointer): void;
  key?(key: string): void;
}

/** The state that follows, with all that it needs. */
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
