// The map on the screen: the only part that reads and writes the elements of the drawing without the
// framework.
import type { Position } from '$generated/Position';
import { type Sheet, carried } from './carried';
import type { Band } from './pointer/board';
import type { OnScreen } from './pointer/pointer';
import { MIDDLE } from './view';

export class Surface {
  /** The element that holds the map. */
  svg = $state<SVGSVGElement>();
  /** The group in it that holds the drawing, moved and enlarged as the view is. */
  content = $state<SVGGElement>();

  /** The rectangle in which members will be chosen. */
  band = $state.raw<Band | null>(null);

  // These are bound to the object, because handlers take them as functions.
  /** Returns a point of the screen in the map's own measure. */
  pointAt = (on: OnScreen): Position => within(this.content, on);
  /** Returns a point of the screen in the measure of the sheet that the map lies on. */
  sheetAt = (on: OnScreen): Position => within(this.svg, on);

  focusMember(id: string): void {
    this.svg?.querySelector<SVGGElement>(`[data-id="${id}"]`)?.focus();
  }

  focusTie(id: string): void {
    this.svg?.querySelector<SVGGElement>(`[data-tie="${id}"]`)?.focus();
  }

  /** The id of the tie that has the focus; `null` while something else has it. */
  get focusedTie(): string | null {
    return document.activeElement?.getAttribute('data-tie') ?? null;
  }

  /** Returns a function that draws members and the ends of their ties away from their places. */
  carry(sheet: Omit<Sheet, 'svg'>, ids: string[]): (by: Position) => void {
    return this.svg ? carried({ svg: this.svg, ...sheet }, ids) : () => undefined;
  }

  /** Draws the line that may become a tie; `null` removes it. */
  drawLine(line: { from: Position; to: Position } | null): void {
    const d = line ? `M${line.from.x} ${line.from.y}L${line.to.x} ${line.to.y}` : '';
    this.content?.querySelector('.rubber')?.setAttribute('d', d);
  }

  /** Draws the outline of somebody who comes from the list; `null` hides it. */
  drawIncoming(at: Position | null): void {
    const outline = this.content?.querySelector('.from-list');
    if (at) outline?.setAttribute('transform', `translate(${at.x} ${at.y})`);
    outline?.setAttribute('display', at ? 'inline' : 'none');
  }

  /** Drops the click with which the browser ends a drag. Any later click counts. */
  dropClick(): void {
    const drop = (event: Event) => event.stopPropagation();
    window.addEventListener('click', drop, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', drop, { capture: true }));
  }
}

function within(graphics: SVGGraphicsElement | undefined, on: OnScreen): Position {
  const matrix = graphics?.getScreenCTM()?.inverse();
  return matrix ? new DOMPoint(on.clientX, on.clientY).matrixTransform(matrix) : MIDDLE;
}
