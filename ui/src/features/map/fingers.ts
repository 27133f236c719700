// Pointer events for fingers. WebKitGTK before 2.52 makes none: two fingers enlarge the whole page, and one
// finger turns a wheel. In that webview, this file makes the pointer events that other webviews make
// themselves.

type Finger = { target: Element; primary: boolean; x: number; y: number; taps: boolean };

/** The id of the first finger, far from the ids that a webview gives its own pointers. */
const FIRST_ID = 10_000;
/**
 * The distance in pixels that a tap may move on the screen. It is larger than for a mouse, because a finger
 * is broad.
 */
const CLICK_TOLERANCE = 9;
/** Milliseconds after the last touch during which mouse events are ignored, because the webview makes them of it. */
const ECHO = 400;

/** Sends pointer events for every finger that is put down on the attached element and, for a tap, a click. */
export function fingers(drawing: Element): () => void {
  const down = new Map<number, Finger>();
  /** True if the webview sends pointer events for touches by itself. */
  let sendsPointers = false;
  let lifted = -ECHO;

  /**
   * Stops the wheel and mouse events that the webview makes of touches, because the touches are handled already.
   */
  function echoes(event: Event) {
    if (!event.isTrusted) return;
    // A webview that makes a pointer of a finger sends it before the touch.
    sendsPointers ||= (event as PointerEvent).pointerType === 'touch';
    if (sendsPointers || (!down.size && event.timeStamp - lifted > ECHO)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** Prevents every touch from scrolling the page, because otherwise the webview begins to scroll halfway. */
  function preventScroll(event: TouchEvent) {
    if (!sendsPointers) event.preventDefault();
  }

  function starts(event: TouchEvent) {
    if (sendsPointers) return;
    preventScroll(event);
    for (const touch of event.changedTouches) {
      for (const other of down.values()) other.taps = false;
      const alone = down.size === 0;
      down.set(touch.identifier, {
        target: touch.target as Element,
        primary: alone,
        x: touch.clientX,
        y: touch.clientY,
        taps: alone,
      });
      tell('pointerdown', touch);
    }
  }

  function moves(event: TouchEvent) {
    preventScroll(event);
    for (const touch of event.changedTouches) {
      const finger = down.get(touch.identifier);
      if (!finger) continue;
      finger.taps &&= Math.hypot(touch.clientX - finger.x, touch.clientY - finger.y) <= CLICK_TOLERANCE;
      tell('pointermove', touch);
    }
  }

  function ends(event: TouchEvent) {
    preventScroll(event);
    for (const touch of event.changedTouches) {
      const finger = down.get(touch.identifier);
      if (!finger) continue;
      tell(event.type === 'touchend' ? 'pointerup' : 'pointercancel', touch);
      down.delete(touch.identifier);
      lifted = event.timeStamp;
      if (event.type === 'touchend' && finger.taps) tap(finger, touch);
    }
  }

  /**
   * Sends a pointer event to the element on which the finger was put down, as if the pointer were captured.
   */
  function tell(type: string, touch: Touch) {
    const finger = down.get(touch.identifier);
    const held = type === 'pointerdown' || type === 'pointermove';
    finger?.target.dispatchEvent(
      new PointerEvent(type, {
        ...{ bubbles: true, cancelable: true, composed: true, view: window, pointerType: 'touch' },
        ...{
          pointerId: FIRST_ID + touch.identifier,
          isPrimary: finger.primary,
          button: type === 'pointermove' ? -1 : 0,
          buttons: held ? 1 : 0,
        },
        ...{ clientX: touch.clientX, clientY: touch.clientY, screenX: touch.screenX, screenY: touch.screenY },
      }),
    );
  }

  function tap({ target }: Finger, { clientX, clientY }: Touch) {
    target.closest<SVGElement | HTMLElement>('[tabindex]')?.focus();
    target.dispatchEvent(
      new MouseEvent('click', {
        bubbles: true,
        cancelable: true,
        composed: true,
        view: window,
        detail: 1,
        clientX,
        clientY,
      }),
    );
  }

  const echoed = ['pointerdown', 'pointerup', 'click', 'wheel', 'contextmenu'];
  const touches = [
    ['touchstart', starts],
    ['touchmove', moves],
    ['touchend', ends],
    ['touchcancel', ends],
  ] as const;
  for (const type of echoed) drawing.addEventListener(type, echoes, { passive: false, capture: true });
  for (const [type, listener] of touches)
    drawing.addEventListener(type, listener as EventListener, { passive: false });
  return () => {
    for (const type of echoed) drawing.removeEventListener(type, echoes, { capture: true });
    for (const [type, listener] of touches) drawing.removeEventListener(type, listener as EventListener);
  };
}
