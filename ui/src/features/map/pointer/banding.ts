// The state in which a rectangle grows from the ground to the pointer, and chooses everybody in it.
import type { Position } from '$generated/Position';
import { Drag } from './drag';

export class Banding extends Drag {
  protected draw(now: Position): void {
    this.machine.board.drawBand({ from: this.press.start, to: now });
  }

  protected finish(now: Position): void {
    const { board } = this.machine;
    this.undraw();
    board.choose(board.membersBetween(this.press.start, now));
  }

  protected undraw(): void {
    this.machine.board.drawBand(null);
  }
}
