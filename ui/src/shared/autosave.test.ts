import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Autosave } from './autosave';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Types a key now and then, and returns the times in milliseconds at which something was saved. */
function typing(keys: number, between: number): number[] {
  const began = Date.now();
  const saves: number[] = [];
  const autosave = new Autosave(() => saves.push(Date.now() - began));
  for (let key = 0; key < keys; key += 1) {
    autosave.typed();
    vi.advanceTimersByTime(between);
  }
  vi.advanceTimersByTime(5_000);
  return saves;
}

it('saves once after typing stops', () => {
  expect(typing(5, 100)).toEqual([4 * 100 + 600]);
});

it('saves at least every second and a half while typing goes on', () => {
  const saves = typing(100, 100);
  const waits = saves.map((at, place) => at - (saves[place - 1] ?? 0));
  expect(Math.max(...waits)).toBeLessThanOrEqual(1_500);
  expect(saves.length).toBeGreaterThan(6);
});

it('saves soon although the clock was put back', () => {
  const saves: number[] = [];
  const autosave = new Autosave(() => saves.push(1));
  autosave.typed();
  vi.setSystemTime(Date.now() - 3_600_000);
  autosave.typed();
  vi.advanceTimersByTime(600);
  expect(saves).toHaveLength(1);
});

it('saves nothing after it was stopped', () => {
  const save = vi.fn();
  const autosave = new Autosave(save);
  autosave.typed();
  autosave.stop();
  vi.advanceTimersByTime(5_000);
  expect(save).not.toHaveBeenCalled();
});
