import { describe, expect, it } from 'vitest';
import { type Position } from '$generated/Position';
import { MIDDLE } from './view';
import { Zoom } from './zoom.svelte';

/** A sheet that fingers are put on, moved over and lifted from: it has listeners, and a pixel is a measure of the map. */
class Sheet extends EventTarget {
  tell(type: string, pointerId: number, at: Position) {
    this.dispatchEvent(Object.assign(new Event(type), { pointerId, clientX: at.x, clientY: at.y }));
  }
}

function table() {
  const sheet = new Sheet();
  const zoom = new Zoom();
  const sheetOf = (at: { clientX: number; clientY: number }) => ({ x: at.clientX, y: at.clientY });
  const put = (pointerId: number, at: Position) => zoom.hold(sheet as unknown as Element, { pointerId, clientX: at.x, clientY: at.y, isTrusted: false }, sheetOf);
  /** What lies under a point of the sheet. */
  const under = (at: Position): Position => ({ x: Math.round((at.x - zoom.x) / zoom.scale), y: Math.round((at.y - zoom.y) / zoom.scale) });
  return { sheet, zoom, put, under };
}

describe('fingers on the map', () => {
  it('keep under them what they were put on', () => {
    const { sheet, zoom, put, under } = table();
    put(1, { x: 500, y: 400 });
    put(2, { x: 700, y: 400 });
    sheet.tell('pointermove', 1, { x: 400, y: 380 });
    sheet.tell('pointermove', 2, { x: 800, y: 380 });
    expect(zoom.scale).toBeCloseTo(2);
    expect([under({ x: 400, y: 380 }), under({ x: 800, y: 380 })]).toEqual([{ x: 500, y: 400 }, { x: 700, y: 400 }]);
  });

  it('do not let the map jump when one of them is lifted, and put down again', () => {
    const { sheet, zoom, put, under } = table();
    put(1, { x: 500, y: 400 });
    put(2, { x: 600, y: 400 });
    // Further than the map can come nearer.
    sheet.tell('pointermove', 1, { x: 10, y: 400 });
    sheet.tell('pointermove', 2, { x: 1190, y: 400 });
    expect(zoom.scale).toBe(8);
    const held = under({ x: 10, y: 400 });
    sheet.tell('pointerup', 2, { x: 1190, y: 400 });
    sheet.tell('pointermove', 1, { x: 30, y: 410 });
    expect(under({ x: 30, y: 410 })).toEqual(held);
    put(2, { x: 700, y: 400 });
    sheet.tell('pointermove', 1, { x: 31, y: 410 });
    expect(under({ x: 31, y: 410 })).toEqual(held);
  });

  it('leave no finger behind that was lifted', () => {
    const { sheet, zoom, put } = table();
    put(1, MIDDLE);
    put(2, { x: 700, y: 400 });
    for (const finger of [1, 2]) sheet.tell('pointerup', finger, MIDDLE);
    put(3, MIDDLE);
    sheet.tell('pointermove', 3, { x: 800, y: 400 });
    expect(zoom.scale).toBe(1);
  });
});
