// The state in which one pointer holds the ground, and the view moves with it.
import { type Pointer, capture } from './pointer';
import type { Machine, State } from './state';

export class Panning implements State {
  constructor(
    private readonly machine: Machine,
    private readonly pointer: Pointer,
  ) {}

  follows(pointerId: number): boolean {
    return pointerId === this.pointer.pointerId;
  }

  enter(): void {
    const { board } = this.machine;
    if (board.sheet) capture(board.sheet, this.pointer);
    board.ground.hold(this.pointer.pointerId, board.sheetAt(this.pointer));
  }

  move(pointer: Pointer): void {
    this.machine.board.ground.drag(pointer.pointerId, this.machine.board.sheetAt(pointer));
  }

  up(): void {
    this.cancel();
  }

  /** Leaves the view as it is, because nothing on the map has changed. */
  cancel(): void {
    this.machine.board.ground.release(this.pointer.pointerId);
    this.machine.go({ to: 'idle' });
  }
}
