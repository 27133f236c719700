// Two fingers bring the map nearer, wherever on it they are put down: nobody aims between people to do so. What the first one
// had begun is given up.
import { type Pointer, giveUp } from './gesture';

/** Attached to the map; `hold` holds its ground with a finger. */
export function pinch(hold: (on: Element, pointer: Pointer) => void): (map: Element) => () => void {
  return (map) => {
    let first: PointerEvent | null = null;

    function puts(event: Event) {
      const finger = event as PointerEvent;
      if (finger.pointerType !== 'touch') return;
      if (finger.isPrimary) {
        first = finger;
        return;
      }
      // Neither chooses nor drags whoever lies under it.
      event.stopPropagation();
      giveUp();
      if (first) hold(map, first);
      hold(map, finger);
    }

    function moves(event: Event) {
      if ((event as PointerEvent).pointerId === first?.pointerId) first = event as PointerEvent;
    }

    function lifts(event: Event) {
      if ((event as PointerEvent).pointerId === first?.pointerId) first = null;
    }

    const listeners = [['pointerdown', puts], ['pointermove', moves], ['pointerup', lifts], ['pointercancel', lifts]] as const;
    for (const [type, listener] of listeners) map.addEventListener(type, listener, true);
    return () => {
      for (const [type, listener] of listeners) map.removeEventListener(type, listener, true);
    };
  };
}
