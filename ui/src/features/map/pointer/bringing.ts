// The state in which a member of the list beside the map follows the pointer, to get a first place on the
// map.
import type { Position } from '$generated/Position';
import { Drag } from './drag';
import type { Press } from './pointer';
import type { Machine } from './state';

export class Bringing extends Drag {
  constructor(
    machine: Machine,
    press: Press,
    private readonly id: string,
  ) {
    super(machine, press);
  }

  protected draw(now: Position): void {
    this.machine.board.drawIncoming(now);
  }

  protected finish(now: Position, by: Position): void {
    this.undraw();
    if (this.machine.board.isOnMap(now)) this.machine.board.place(this.id, by, now);
  }

  protected undraw(): void {
    this.machine.board.drawIncoming(null);
  }
}
