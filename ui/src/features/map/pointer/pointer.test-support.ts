// A map without a screen for the tests of the pointer states. It records what it is asked to draw and to
// save.
import { vi } from 'vitest';
import type { Board } from './board';
import { PointerMachine } from './machine';
import type { Pointer, Target } from './pointer';

type Put = Partial<Pointer>;

/** The pointer of a mouse in the middle of the map. */
const MOUSE: Pointer = {
  pointerId: 1,
  pointerType: 'mouse',
  isPrimary: true,
  isTrusted: false,
  button: 0,
  shiftKey: false,
  clientX: 600,
  clientY: 400,
};

/** Anna is at 600, 400 with Bram to the right of her, at 700, 400; nobody else is on the map. */
const PLACES = { Anna: { x: 600, y: 400 }, Bram: { x: 700, y: 400 } };

/** A map on which a pixel is a unit of the map's own measure. */
export function table() {
  const done: string[] = [];
  const say = (...words: unknown[]) =>
    void done.push(words.map((word) => (typeof word === 'string' ? word : JSON.stringify(word))).join(' '));
  const point = ({ clientX, clientY }: Pick<Pointer, 'clientX' | 'clientY'>) => ({ x: clientX, y: clientY });
  const hits = (id: keyof typeof PLACES, x: number, y: number) =>
    Math.hypot(PLACES[id].x - x, PLACES[id].y - y) < 30;
  const names = ['Anna', 'Bram'] as const;
  const board = {
    sheet: undefined,
    ground: {
      moved: false,
      hold: (id: number, { x, y }) => say('hold', id, x, y),
      drag: (id: number, { x, y }) => say('drag', id, x, y),
      release: (id: number) => say('release', id),
    },
    hasTask: false,
    choosesSeveral: false,
    pointAt: point,
    sheetAt: point,
    isOnMap: ({ x }) => x > 0,
    memberAt: ({ x, y }, id) => names.find((name) => name !== id && hits(name, x, y)) ?? '',
    membersBetween: (from, to) => names.filter((name) => PLACES[name].x > from.x && PLACES[name].x < to.x),
    lift: (id) => ({ moveBy: ({ x, y }) => say('move', id, x, y), putBack: () => say('put back', id) }),
    drawLine: (id, to) => say('line', id, to),
    drawBand: (band) => say('band', band && [band.from.x, band.to.x]),
    drawIncoming: (at) => say('incoming', at),
    place: (id, { x, y }) => say('place', id, x, y),
    tie: (from, to) => say('tie', from, to),
    choose: (ids) => say('choose', ids.join('+')),
    dropClick: () => say('drop click'),
  } satisfies Board as Board & { hasTask: boolean; choosesSeveral: boolean };

  const machine = new PointerMachine(board);
  const frames: (() => void)[] = [];
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => frame && (frames[frame - 1] = () => undefined));
  const element = {} as Element;
  const on = (
    where: 'Anna' | 'Bram' | 'handle of Anna' | 'Cor in the list' | 'ground' | 'client',
  ): Target => {
    if (where === 'client') return { on: 'client or tie' };
    if (where === 'ground') return { on: 'ground', element };
    if (where === 'handle of Anna') return { on: 'handle', id: 'Anna', element };
    return where === 'Cor in the list'
      ? { on: 'list', id: 'Cor', element }
      : { on: 'member', id: where, element };
  };
  return {
    board,
    machine,
    press: (where: Parameters<typeof on>[0], put: Put = {}) => machine.down({ ...MOUSE, ...put }, on(where)),
    move: (clientX: number, put: Put = {}) => machine.move({ ...MOUSE, clientX, ...put }),
    lift: (put: Put = {}) => machine.up({ ...MOUSE, ...put }),
    /** Paints a frame. */
    paint: () => frames.splice(0).forEach((run) => run()),
    /** Returns what was drawn and saved since the last time. */
    told: () => done.splice(0),
  };
}

/** A finger of a hand; the first one that is put down is its primary pointer. */
export const finger = (nth: number, clientX = 600): Put => ({
  pointerId: 10 + nth,
  pointerType: 'touch',
  isPrimary: nth === 1,
  clientX,
});
