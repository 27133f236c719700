// The state in which a line runs from a member to the pointer. It becomes a tie with the member under its
// end.
import type { Position } from '$generated/Position';
import { Drag } from './drag';
import type { Press } from './pointer';
import type { Machine } from './state';

export class Tying extends Drag {
  constructor(
    machine: Machine,
    press: Press,
    private readonly id: string,
  ) {
    super(machine, press);
  }

  protected draw(now: Position): void {
    this.machine.board.drawLine(this.id, now);
  }

  protected finish(now: Position): void {
    const { board } = this.machine;
    this.undraw();
    board.tie(this.id, board.memberAt(now, this.id));
  }

  protected undraw(): void {
    this.machine.board.drawLine(this.id, null);
  }
}
