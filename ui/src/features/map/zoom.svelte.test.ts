import { describe, expect, it } from 'vitest';
import type { Position } from '$generated/Position';
import { MIDDLE } from './view';
import { Zoom } from './zoom.svelte';

function table() {
  const zoom = new Zoom();
  /** Returns the point of the map under a point of the sheet. */
  const under = (at: Position): Position => ({
    x: Math.round((at.x - zoom.x) / zoom.scale),
    y: Math.round((at.y - zoom.y) / zoom.scale),
  });
  return { zoom, under };
}

describe('fingers on the map', () => {
  it('keep under them the points that they were put on', () => {
    const { zoom, under } = table();
    zoom.hold(1, { x: 500, y: 400 });
    zoom.hold(2, { x: 700, y: 400 });
    zoom.drag(1, { x: 400, y: 380 });
    zoom.drag(2, { x: 800, y: 380 });
    expect(zoom.scale).toBeCloseTo(2);
    expect([under({ x: 400, y: 380 }), under({ x: 800, y: 380 })]).toEqual([
      { x: 500, y: 400 },
      { x: 700, y: 400 },
    ]);
  });

  it('do not make the map jump when one of them is lifted and put down again', () => {
    const { zoom, under } = table();
    zoom.hold(1, { x: 500, y: 400 });
    zoom.hold(2, { x: 600, y: 400 });
    // The fingers are further apart than the largest scale allows.
    zoom.drag(1, { x: 10, y: 400 });
    zoom.drag(2, { x: 1190, y: 400 });
    expect(zoom.scale).toBe(8);
    const held = under({ x: 10, y: 400 });
    zoom.release(2);
    zoom.drag(1, { x: 30, y: 410 });
    expect(under({ x: 30, y: 410 })).toEqual(held);
    zoom.hold(2, { x: 700, y: 400 });
    zoom.drag(1, { x: 31, y: 410 });
    expect(under({ x: 31, y: 410 })).toEqual(held);
  });

  it('hold nothing any more once they are lifted', () => {
    const { zoom } = table();
    zoom.hold(1, MIDDLE);
    zoom.hold(2, { x: 700, y: 400 });
    for (const finger of [1, 2]) zoom.release(finger);
    zoom.hold(3, MIDDLE);
    zoom.drag(3, { x: 800, y: 400 });
    expect(zoom.scale).toBe(1);
  });
});
