// The view of a part of the map. d3-zoom cannot be used, because it brings d3-color, which does not load if
// the prototypes of JavaScript are frozen, as they are in the window.
import type { Position } from '$generated/Position';
import type { Ground } from './pointer/board';
import type { OnScreen } from './pointer/pointer';
import { SIZE } from './view';

/** The largest scale. */
const MOST = 8;
/** The growth of the scale for a pixel that a wheel scrolls, as an exponent of e. */
const PER_PIXEL = 0.002;
/**
 * The factor for two fingers on a touchpad, which arrive as a wheel with Control held that scrolls a tenth as
 * far.
 */
const PINCHED = 10;
/** The most growth for one event of a wheel, as an exponent of e. */
const MOST_AT_ONCE = 0.25;

/**
 * The distance that the ground moves under a pointer, in the measure of the sheet, before its click means
 * nothing.
 */
const CLICK_TOLERANCE = 4;

export class Zoom implements Ground {
  scale = $state(1);
  x = $state(0);
  y = $state(0);
  /** True if the coach chose this view by hand. Nothing else changes it then, because the coach looks at it. */
  byHand = false;
  moved = false;
  /**
   * The pointers that hold the ground, each with its place on the sheet and the point of the map that it
   * holds.
   */
  #held: { pointerId: number; holds: Position; now: Position }[] = [];

  get transform(): string {
    return `translate(${this.x.toFixed(2)} ${this.y.toFixed(2)}) scale(${this.scale.toFixed(4)})`;
  }

  /** The part that is in view, in the map's measure. */
  get view(): { left: number; top: number; width: number; height: number } {
    return {
      left: -this.x / this.scale,
      top: -this.y / this.scale,
      width: SIZE.width / this.scale,
      height: SIZE.height / this.scale,
    };
  }

  /** Enlarges around the pointer. `sheetAt` gives its place in the measure of the sheet. */
  wheel(event: WheelEvent, sheetAt: (on: OnScreen) => Position): void {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
    const turned = -event.deltaY * lines * PER_PIXEL * (event.ctrlKey ? PINCHED : 1);
    const growth = Math.max(-MOST_AT_ONCE, Math.min(MOST_AT_ONCE, turned));
    this.#around(sheetAt(event), this.scale * Math.exp(growth));
  }

  /** Holds the ground with a pointer: one moves the map, two enlarge it. */
  hold(pointerId: number, at: Position): void {
    this.#held = [...this.#without(pointerId), { pointerId, holds: at, now: at }];
    this.#holdAnew();
  }

  drag(pointerId: number, at: Position): void {
    const held = this.#held.find((one) => one.pointerId === pointerId);
    if (!held) return;
    held.now = at;
    this.#follow();
  }

  release(pointerId: number): void {
    this.#held = this.#without(pointerId);
    // At the edge of the map the other finger has moved over the map, and is now at another point of it.
    this.#holdAnew();
  }

  by(factor: number): void {
    this.#around({ x: SIZE.width / 2, y: SIZE.height / 2 }, this.scale * factor);
  }

  /** Shows these places with `room` around them, as large as possible up to the scale `most`. */
  show(places: Position[], room: number, most: number): void {
    if (!places.length) return;
    const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
    const [left, right, top, bottom] = [
      Math.min(...xs) - room,
      Math.max(...xs) + room,
      Math.min(...ys) - room,
      Math.max(...ys) + room,
    ];
    const scale = Math.min(most, SIZE.width / (right - left), SIZE.height / (bottom - top));
    this.#centre(scale, (left + right) / 2, (top + bottom) / 2);
  }

  /** Brings a point into view, in the middle, unless it is in view already. */
  include({ x, y }: Position): void {
    const { left, top, width, height } = this.view;
    const edge = 40 / this.scale;
    if (x < left + edge || x > left + width - edge || y < top + edge || y > top + height - edge)
      this.lookAt({ x, y });
  }

  lookAt({ x, y }: Position): void {
    this.byHand = true;
    this.#centre(this.scale, x, y);
  }

  #without(pointerId: number) {
    return this.#held.filter((one) => one.pointerId !== pointerId);
  }

  /** Lets every pointer hold the point that is under it now. */
  #holdAnew(): void {
    for (const held of this.#held) held.holds = this.#onMap(held.now);
  }

  #onMap({ x, y }: Position): Position {
    return { x: (x - this.x) / this.scale, y: (y - this.y) / this.scale };
  }

  /** Moves the map until the point that each pointer holds is under it again. */
  #follow(): void {
    const [one, two] = this.#held;
    if (!one) return;
    this.byHand = true;
    const [x, y] = [one.now.x - one.holds.x * this.scale, one.now.y - one.holds.y * this.scale];
    this.moved ||= !!two || Math.hypot(x - this.x, y - this.y) > CLICK_TOLERANCE;
    if (!two) return this.#set(this.scale, x, y);
    const between = (a: Position, b: Position) => Math.hypot(a.x - b.x, a.y - b.y) || 1;
    const scale = Math.min(MOST, Math.max(1, between(one.now, two.now) / between(one.holds, two.holds)));
    const middle = { x: (one.now.x + two.now.x) / 2, y: (one.now.y + two.now.y) / 2 };
    const held = { x: (one.holds.x + two.holds.x) / 2, y: (one.holds.y + two.holds.y) / 2 };
    this.#set(scale, middle.x - held.x * scale, middle.y - held.y * scale);
  }

  /** Enlarges to a scale, so that the same point of the map stays under a point of the sheet. */
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

  /** Sets the view, moved so that nothing beside the map shows. */
  #set(scale: number, x: number, y: number): void {
    const within = (low: number, size: number) => Math.min(0, Math.max(size - size * scale, low));
    [this.scale, this.x, this.y] = [scale, within(x, SIZE.width), within(y, SIZE.height)];
  }
}
