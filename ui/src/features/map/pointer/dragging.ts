// The state in which a member follows the pointer, together with the members who are chosen with it.
import type { Position } from '$generated/Position';
import type { Lifted } from './board';
import { Drag } from './drag';
import type { Press } from './pointer';
import type { Machine } from './state';

export class Dragging extends Drag {
  readonly #lifted: Lifted;

  constructor(
    machine: Machine,
    press: Press,
    private readonly id: string,
  ) {
    super(machine, press);
    this.#lifted = machine.board.lift(id);
  }

  protected draw(_now: Position, by: Position): void {
    this.#lifted.moveBy(by);
  }

  protected finish(now: Position, by: Position): void {
    this.machine.board.place(this.id, by, now);
  }

  protected undraw(): void {
    this.#lifted.putBack();
  }
}
