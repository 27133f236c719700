// The board of the pointer states, put together from the parts of the map.
import type { Actions, Parts } from './actions';
import { at, within } from './carried';
import type { Board } from './pointer/board';
import type { Surface } from './surface.svelte';
import { SIZE } from './view';

export function boardOf(parts: Parts, actions: Actions, surface: Surface): Board {
  const { scene, zoom, selection, task } = parts;
  return {
    get sheet() {
      return surface.svg;
    },
    ground: zoom,
    get hasTask() {
      return !!task.kind;
    },
    get choosesSeveral() {
      return selection.several;
    },
    pointAt: surface.pointAt,
    sheetAt: surface.sheetAt,
    isOnMap: ({ x, y }) => x > 0 && y > 0 && x < SIZE.width && y < SIZE.height,
    memberAt: (point, except) => at(point, scene.members, scene.mark, except),
    membersBetween: (from, to) => within(scene.members, from, to),
    lift(id) {
      const ids = selection.meant(id).filter((one) => scene.members.has(one));
      const show = surface.carry({ places: scene.everybody, ties: scene.ties, mark: scene.mark }, ids);
      return {
        moveBy(by) {
          show(by);
          scene.bend(ids, by);
        },
        putBack() {
          scene.unbend();
          show({ x: 0, y: 0 });
        },
      };
    },
    drawLine(id, to) {
      const from = scene.members.get(id);
      surface.drawLine(from && to ? { from, to } : null);
    },
    drawBand: (band) => (surface.band = band),
    drawIncoming: (point) => surface.drawIncoming(point),
    place: (id, by, point) => void actions.place(id, by, point),
    tie: (from, to) => void actions.tie(from, to),
    choose: (ids) => selection.choose(ids),
    dropClick: () => surface.dropClick(),
  };
}
