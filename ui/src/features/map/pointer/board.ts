// The map as the pointer states see it: everything that they read and change, without the framework behind
// it.
import type { Position } from '$generated/Position';
import type { OnScreen } from './pointer';

/** Members that a drag moves in the picture only; the record does not change. */
export type Lifted = {
  /** Draws the members and the ends of their ties this far from their places. */
  moveBy(by: Position): void;
  /** Draws everything in its place again. */
  putBack(): void;
};

/** A rectangle, by two opposite corners. */
export type Band = { from: Position; to: Position };

/**
 * The ground under everybody, which pointers hold to move the view. Points are in the measure of the sheet.
 */
export type Ground = {
  /** True if the view has moved since the last press, so that the click that follows means nothing. */
  moved: boolean;
  hold(pointerId: number, at: Position): void;
  drag(pointerId: number, at: Position): void;
  release(pointerId: number): void;
};

export type Board = {
  /** The element that holds the whole map. */
  readonly sheet: Element | undefined;
  readonly ground: Ground;
  /** True if a task waits for a choice on the map, so that nothing can be dragged. */
  readonly hasTask: boolean;
  /** True if each choice adds to the members who are chosen already. */
  readonly choosesSeveral: boolean;

  /** Returns a point of the screen in the map's own measure, as enlarged now. */
  pointAt(on: OnScreen): Position;
  /** Returns a point of the screen in the measure of the sheet, which is the map when nothing is enlarged. */
  sheetAt(on: OnScreen): Position;
  /** Returns whether a point lies on the map, and not beside it. */
  isOnMap(point: Position): boolean;
  /** Returns the member at a point, except `id` itself. Returns `''` if nobody is there. */
  memberAt(point: Position, id: string): string;
  /** Returns the members in the rectangle between two corners. */
  membersBetween(from: Position, to: Position): string[];

  /** Lifts a member, with those chosen with it. */
  lift(id: string): Lifted;
  /** Draws the line that may become a tie, from a member to a point; `null` removes the line. */
  drawLine(id: string, to: Position | null): void;
  /** Draws the rectangle in which members will be chosen; `null` removes it. */
  drawBand(band: Band | null): void;
  /** Draws the outline of a member who comes from the list; `null` removes it. */
  drawIncoming(at: Position | null): void;

  /** Saves the new places of a member and of those chosen with it, who moved by the same distance. */
  place(id: string, by: Position, at: Position): void;
  /** Saves a tie between two members. If `to` is empty, says that nothing was drawn. */
  tie(from: string, to: string): void;
  choose(ids: string[]): void;
  /** Drops the click with which the browser ends a drag. */
  dropClick(): void;
};
