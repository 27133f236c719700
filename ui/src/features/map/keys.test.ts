import { describe, expect, it } from 'vitest';
import { type Key, commandOf } from './keys';

const PLAIN: Key = { key: '', code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const pressed = (key: string, more: Partial<Key> = {}, moving = false) =>
  commandOf({ ...PLAIN, key, ...more }, moving);

describe('the keys of the map', () => {
  it('walk with the arrows', () => {
    expect(pressed('ArrowLeft')).toEqual({ do: 'walk', arrow: 'ArrowLeft' });
  });

  it('move somebody with the arrows while that is the task, further with Shift', () => {
    expect(pressed('ArrowLeft', {}, true)).toEqual({ do: 'nudge', by: { x: -20, y: 0 } });
    expect(pressed('ArrowRight', {}, true)).toEqual({ do: 'nudge', by: { x: 20, y: 0 } });
    expect(pressed('ArrowUp', {}, true)).toEqual({ do: 'nudge', by: { x: 0, y: -20 } });
    expect(pressed('ArrowDown', { shiftKey: true }, true)).toEqual({ do: 'nudge', by: { x: 0, y: 60 } });
  });

  it('open with Enter and with the space bar, and add with Shift', () => {
    expect(pressed('Enter')).toEqual({ do: 'open', adding: false });
    expect(pressed(' ', { shiftKey: true })).toEqual({ do: 'open', adding: true });
  });

  it('put somebody down with Enter while that is the task', () => {
    expect(pressed('Enter', {}, true)).toEqual({ do: 'put down' });
  });

  it('begin a tie and a move with one letter, small or capital', () => {
    for (const key of ['t', 'T']) expect(pressed(key)).toEqual({ do: 'begin', task: 'tie' });
    for (const key of ['m', 'M']) expect(pressed(key)).toEqual({ do: 'begin', task: 'move' });
    expect(pressed('b')).toEqual({ do: 'follow ties' });
  });

  it('remove with Delete and Backspace, and stop with Escape', () => {
    for (const key of ['Delete', 'Backspace']) expect(pressed(key)).toEqual({ do: 'remove' });
    expect(pressed('Escape')).toEqual({ do: 'cancel' });
  });

  it('add somebody with a tie with Control and an arrow, and choose everybody with Control and A', () => {
    expect(pressed('ArrowUp', { ctrlKey: true })).toEqual({ do: 'add tied' });
    expect(pressed('a', { metaKey: true })).toEqual({ do: 'choose all' });
  });

  it('enlarge with plus, with or without Shift', () => {
    for (const key of ['+', '=']) expect(pressed(key)).toEqual({ do: 'zoom', by: 1.25 });
    expect(pressed('-')).toEqual({ do: 'zoom', by: 0.8 });
  });

  it('fit and show the chosen with Shift and a digit, whatever sign the keyboard makes of it', () => {
    expect(pressed('!', { shiftKey: true, code: 'Digit1' })).toEqual({ do: 'fit' });
    expect(pressed('"', { shiftKey: true, code: 'Digit2' })).toEqual({ do: 'show chosen' });
    expect(pressed('+', { shiftKey: true, code: 'Digit1' })).toEqual({ do: 'zoom', by: 1.25 });
  });

  it('leave every other key to the page', () => {
    expect(pressed('Tab')).toBeNull();
    expect(pressed('1', { code: 'Digit1' })).toBeNull();
    expect(pressed('t', { ctrlKey: true })).toBeNull();
    expect(pressed('ArrowLeft', { altKey: true })).toBeNull();
  });
});
