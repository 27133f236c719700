// The state in which a pointer is down and has moved no further than the click tolerance. It ends as a click or as
// a drag.
import type { Pointer, Press } from './pointer';
import type { Machine, Next, State } from './state';

/** The distance in pixels that a press may move on the screen before it is a drag. */
const CLICK_TOLERANCE = 5;

type Pressed = Extract<Next, { to: 'pressing' }>['target'];

export class Pressing implements State {
  constructor(
    private readonly machine: Machine,
    private readonly press: Press,
    private readonly target: Pressed,
  ) {}

  follows(pointerId: number): boolean {
    return pointerId === this.press.pointer.pointerId;
  }

  move(pointer: Pointer): void {
    const { clientX, clientY } = this.press.pointer;
    if (Math.hypot(pointer.clientX - clientX, pointer.clientY - clientY) > CLICK_TOLERANCE)
      this.machine.go(this.#drag());
  }

  /** Ends the press. The browser sends a click, and the click chooses. */
  up(): void {
    this.machine.go({ to: 'idle' });
  }

  cancel(): void {
    this.machine.go({ to: 'idle' });
  }

  key(key: string): void {
    if (key === 'Escape') this.cancel();
  }

  #drag(): Next {
    const { press, target } = this;
    switch (target.on) {
      case 'ground':
        return { to: 'banding', press };
      case 'list':
        return { to: 'bringing', press, id: target.id };
      case 'member':
        return { to: 'dragging', press, id: target.id };
      case 'handle':
        return { to: 'tying', press, id: target.id };
    }
  }
}
