// Dragging on the map. Nothing of the framework runs while the pointer moves: one write to the picture a frame, one edit
// when it ends; Escape, a second finger and a pointer that is taken away put everything back.
import type { Position } from '$generated/Position';

export type Gesture = {
  /** Called at most once a frame with where the pointer is, in the map's measure, and how far from its start. */
  moves: (now: Position, by: Position) => void;
  /** The pointer was let go after it had moved. */
  ends: (now: Position, by: Position) => void;
  /** Nothing came of it. */
  stops: () => void;
};

/** A pointer on the screen: which one, and where. */
export type Pointer = Pick<PointerEvent, 'pointerId' | 'clientX' | 'clientY' | 'isTrusted'>;

/** Further than this on the screen is a drag, nearer a press that trembled. */
const TREMBLE = 5;

/** Stops the drag that is under way. */
let stopIt: (() => void) | null = null;

export function drag(event: PointerEvent, pointOf: (event: { clientX: number; clientY: number }) => Position, gesture: Gesture): void {
  const target = event.currentTarget as Element;
  const start = pointOf(event);
  const pressed = { x: event.clientX, y: event.clientY };
  let now = start;
  let moved = false;
  let frame = 0;
  const by = () => ({ x: now.x - start.x, y: now.y - start.y });
  const isOwn = (other: Event) => (other as PointerEvent).pointerId === event.pointerId;
  const move = (event: PointerEvent) => {
    if (!isOwn(event)) return;
    moved ||= Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > TREMBLE;
    if (!moved) return;
    now = pointOf(event);
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      gesture.moves(now, by());
    });
  };
  const end = (event: Event) => {
    if (event instanceof KeyboardEvent ? event.key === 'Escape' : isOwn(event)) finish(event.type === 'pointerup');
  };
  const finish = (meant: boolean) => {
    target.removeEventListener('pointermove', move as EventListener);
    for (const type of ['pointerup', 'pointercancel']) target.removeEventListener(type, end);
    window.removeEventListener('keydown', end);
    cancelAnimationFrame(frame);
    stopIt = null;
    if (moved) swallowClick();
    if (meant && moved) gesture.ends(now, by());
    else gesture.stops();
  };
  capture(target, event);
  stopIt = () => finish(false);
  target.addEventListener('pointermove', move as EventListener);
  for (const type of ['pointerup', 'pointercancel']) target.addEventListener(type, end);
  window.addEventListener('keydown', end);
}

/** Gives up the drag that is under way, if there is one. */
export function giveUp(): void {
  stopIt?.();
}

/** Lets all that a pointer does come to `target`. One that the page itself told of goes on where it began (fingers.ts). */
export function capture(target: Element, pointer: Pointer): void {
  if (pointer.isTrusted) target.setPointerCapture(pointer.pointerId);
}

/** A drag ends with a click that nobody meant. */
function swallowClick(): void {
  const swallow = (event: Event) => event.stopPropagation();
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
}
