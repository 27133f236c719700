// Dragging on the map. Nothing of the framework runs while the pointer moves: one write to the picture a frame, one edit
// when it ends; Escape and a pointer that is taken away put everything back.
import type { Position } from '../generated/Position';

export type Gesture = {
  /** Called at most once a frame with where the pointer is, in the map's measure, and how far from its start. */
  moves: (now: Position, by: Position) => void;
  /** The pointer was let go after it had moved. */
  ends: (now: Position, by: Position) => void;
  /** Nothing came of it. */
  stops: () => void;
};

/** Further than this on the screen is a drag, nearer a press that trembled. */
const TREMBLE = 5;

export function drag(event: PointerEvent, pointOf: (event: { clientX: number; clientY: number }) => Position, gesture: Gesture): void {
  const target = event.currentTarget as Element;
  const start = pointOf(event);
  const pressed = { x: event.clientX, y: event.clientY };
  let now = start;
  let moved = false;
  let frame = 0;
  const by = () => ({ x: now.x - start.x, y: now.y - start.y });
  const move = (event: PointerEvent) => {
    moved ||= Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > TREMBLE;
    if (!moved) return;
    now = pointOf(event);
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      gesture.moves(now, by());
    });
  };
  const end = (event: Event) => {
    if (event instanceof KeyboardEvent && event.key !== 'Escape') return;
    target.removeEventListener('pointermove', move as EventListener);
    for (const type of ['pointerup', 'pointercancel']) target.removeEventListener(type, end);
    window.removeEventListener('keydown', end);
    cancelAnimationFrame(frame);
    if (moved) swallowClick();
    if (event.type === 'pointerup' && moved) gesture.ends(now, by());
    else gesture.stops();
  };
  target.setPointerCapture(event.pointerId);
  target.addEventListener('pointermove', move as EventListener);
  for (const type of ['pointerup', 'pointercancel']) target.addEventListener(type, end);
  window.addEventListener('keydown', end);
}

/** A drag ends with a click that nobody meant. */
function swallowClick(): void {
  const swallow = (event: Event) => event.stopPropagation();
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
}
