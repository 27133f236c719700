// Looking at a part of the map: by wheel, by dragging the ground, by two fingers, by buttons. Our own, because d3-zoom
// brings d3-color, which cannot be loaded where the prototypes of JavaScript are frozen, as the window has them.
import type { Position } from '$generated/Position';
import { type Pointer, capture } from './gesture';
import { MIDDLE, SIZE } from './view';

const MOST = 8;
/** How much one notch of a wheel brings nearer. */
const PER_PIXEL = 0.002;
/** Two fingers on a touchpad come as a wheel with Control held, which turns a tenth as far. */
const PINCHED = 10;
/** No turn of a wheel brings nearer by more than this. */
const MOST_AT_ONCE = 0.25;

type PointOf = (event: { clientX: number; clientY: number }) => Position;

export class Zoom {
  scale = $state(1);
  x = $state(0);
  y = $state(0);
  /** Whether the coach chose this look herself; then nothing else changes it. */
  byHand = false;
  /** Whether the ground was moved since the last press on the map: then a click that follows is none. */
  moved = false;
  /** The fingers or the mouse that hold the ground, each with the point of the map that it holds. */
  #held = new Map<number, { holds: Position; now: Position }>();

  get transform(): string {
    return `translate(${this.x.toFixed(2)} ${this.y.toFixed(2)}) scale(${this.scale.toFixed(4)})`;
  }

  /** What is in view, in the map's measure. */
  get view(): { left: number; top: number; width: number; height: number } {
    return { left: -this.x / this.scale, top: -this.y / this.scale, width: SIZE.width / this.scale, height: SIZE.height / this.scale };
  }

  /** `sheetOf` gives a point in the measure of the sheet that the map lies on: the map as it is when nothing is enlarged. */
  wheel(event: WheelEvent, sheetOf: PointOf): void {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
    const turned = -event.deltaY * lines * PER_PIXEL * (event.ctrlKey ? PINCHED : 1);
    this.#around(sheetOf(event), this.scale * Math.exp(Math.max(-MOST_AT_ONCE, Math.min(MOST_AT_ONCE, turned))));
  }

  /** Holds the ground: one moves it, two bring it nearer. Who holds it already takes hold anew. */
  hold(on: Element, pointer: Pointer, sheetOf: PointOf): void {
    capture(on, pointer);
    const began = !this.#held.has(pointer.pointerId);
    this.#held.set(pointer.pointerId, { holds: MIDDLE, now: sheetOf(pointer) });
    this.#takeHold();
    if (!began) return;
    const move = (moved: Event) => {
      const held = this.#held.get((moved as PointerEvent).pointerId);
      if (!held) return;
      held.now = sheetOf(moved as PointerEvent);
      this.#follow();
    };
    const end = (ended: Event) => {
      if ((ended as PointerEvent).pointerId !== pointer.pointerId) return;
      this.#held.delete(pointer.pointerId);
      // Where the map had come to its edge, the other finger lies elsewhere on it by now.
      this.#takeHold();
      on.removeEventListener('pointermove', move);
      for (const type of ['pointerup', 'pointercancel']) on.removeEventListener(type, end);
    };
    on.addEventListener('pointermove', move);
    for (const type of ['pointerup', 'pointercancel']) on.addEventListener(type, end);
  }

  by(factor: number): void {
    this.#around({ x: SIZE.width / 2, y: SIZE.height / 2 }, this.scale * factor);
  }

  /** Shows these places as large as they go, and at most so large. */
  show(places: Position[], room: number, most: number): void {
    if (!places.length) return;
    const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
    const [left, right, top, bottom] = [Math.min(...xs) - room, Math.max(...xs) + room, Math.min(...ys) - room, Math.max(...ys) + room];
    const scale = Math.min(most, SIZE.width / (right - left), SIZE.height / (bottom - top));
    this.#centre(scale, (left + right) / 2, (top + bottom) / 2);
  }

  /** Moves the look to a point, where it is not in view. */
  include({ x, y }: Position): void {
    const { left, top, width, height } = this.view;
    const edge = 40 / this.scale;
    if (x < left + edge || x > left + width - edge || y < top + edge || y > top + height - edge) this.lookAt({ x, y });
  }

  lookAt({ x, y }: Position): void {
    this.byHand = true;
    this.#centre(this.scale, x, y);
  }

  /** Everybody holds what lies under them now. */
  #takeHold(): void {
    for (const held of this.#held.values()) held.holds = this.#onMap(held.now);
  }

  #onMap({ x, y }: Position): Position {
    return { x: (x - this.x) / this.scale, y: (y - this.y) / this.scale };
  }

  /** Puts what each finger holds under it again. */
  #follow(): void {
    const [one, two] = [...this.#held.values()];
    if (!one) return;
    this.byHand = true;
    this.moved ||= !!two || Math.hypot(one.now.x - this.x - one.holds.x * this.scale, one.now.y - this.y - one.holds.y * this.scale) > 4;
    if (!two) return this.#set(this.scale, one.now.x - one.holds.x * this.scale, one.now.y - one.holds.y * this.scale);
    const between = (a: Position, b: Position) => Math.hypot(a.x - b.x, a.y - b.y) || 1;
    const scale = Math.min(MOST, Math.max(1, between(one.now, two.now) / between(one.holds, two.holds)));
    const middle = { x: (one.now.x + two.now.x) / 2, y: (one.now.y + two.now.y) / 2 };
    const held = { x: (one.holds.x + two.holds.x) / 2, y: (one.holds.y + two.holds.y) / 2 };
    this.#set(scale, middle.x - held.x * scale, middle.y - held.y * scale);
  }

  /** Comes nearer, so that what lies under a point of the sheet stays under it. */
  #around(at: Position, scale: number): void {
    this.byHand = true;
    const { x, y } = this.#onMap(at);
    const within = Math.min(MOST, Math.max(1, scale));
    this.#set(within, at.x - x * within, at.y - y * within);
  }

  #centre(scale: number, x: number, y: number): void {
    const within = Math.min(MOST, Math.max(1, scale));
    this.#set(within, SIZE.width / 2 - x * within, SIZE.height / 2 - y * within);
  }

  /** Nothing is shown that lies beside the map. */
  #set(scale: number, x: number, y: number): void {
    const within = (low: number, size: number) => Math.min(0, Math.max(size - size * scale, low));
    [this.scale, this.x, this.y] = [scale, within(x, SIZE.width), within(y, SIZE.height)];
  }
}
