// A mouse, a pen or a finger, and the part of the map that it is put on.
import type { Position } from '$generated/Position';

/** A point of the screen, in pixels. */
export type OnScreen = Pick<PointerEvent, 'clientX' | 'clientY'>;

/** The fields of a pointer's event that the states read. */
export type Pointer = OnScreen &
  Pick<PointerEvent, 'pointerId' | 'pointerType' | 'isPrimary' | 'isTrusted' | 'button' | 'shiftKey'>;

/**
 * The part of the map that a pointer is put on, with the element that gets the rest of the pointer's events.
 */
export type Target =
  | { on: 'member' | 'handle' | 'list'; id: string; element: Element }
  | { on: 'ground'; element: Element }
  /** The client and the ties: a click chooses them, and nothing drags them. */
  | { on: 'client or tie' };

/** A pointer that was put down: the event, and its place in the map's own measure. */
export type Press = { pointer: Pointer; start: Position };

/**
 * Sends all later events of a pointer to `element`. A pointer that fingers.ts made already stays with its
 * element.
 */
export function capture(element: Element, pointer: Pointer): void {
  if (pointer.isTrusted) element.setPointerCapture(pointer.pointerId);
}

/** Finds the target of an event inside `sheet`, the element that holds the whole map. */
export function targetOf(sheet: Element, found: EventTarget | null): Target {
  const element = found instanceof Element ? found : sheet;
  const member = element.closest('.member');
  const id = member?.getAttribute('data-id');
  if (member && id)
    return { on: element.classList.contains('handle') ? 'handle' : 'member', id, element: member };
  return element.closest('.client, .tie') ? { on: 'client or tie' } : { on: 'ground', element: sheet };
}
