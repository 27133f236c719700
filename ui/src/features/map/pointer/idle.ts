// The state in which nothing is held. A press begins to move the view, or waits for a drag.
import { type Pointer, type Target, capture } from './pointer';
import type { Machine, State } from './state';

export class Idle implements State {
  constructor(private readonly machine: Machine) {}

  follows(): boolean {
    return false;
  }

  down(pointer: Pointer, target: Target): void {
    const { board } = this.machine;
    board.ground.moved = false;
    if (pointer.button !== 0 || target.on === 'client or tie') return;
    const bands = pointer.shiftKey || board.choosesSeveral;
    // While a task waits, a press on the ground may still move the view, because the place to choose may be
    // outside it.
    if (target.on === 'ground' && (board.hasTask || !bands))
      return this.machine.go({ to: 'panning', pointer });
    if (board.hasTask) return;
    capture(target.element, pointer);
    this.machine.go({ to: 'pressing', press: { pointer, start: board.pointAt(pointer) }, target });
  }
}
