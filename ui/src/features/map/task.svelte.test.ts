import { describe, expect, it } from 'vitest';
import { Task } from './task.svelte';

describe('a task on the map', () => {
  it('that moves somebody begins at the place of the member and follows the arrows', () => {
    const task = new Task();
    task.begin('move', 'Anna', { x: 100, y: 50 });
    task.nudge({ x: 20, y: 0 });
    task.nudge({ x: 0, y: -60 });
    expect([task.kind, task.from, task.spot]).toEqual(['move', 'Anna', { x: 120, y: -10 }]);
  });

  it('that draws a tie has no place to move', () => {
    const task = new Task();
    task.begin('tie', 'Anna', { x: 100, y: 50 });
    task.nudge({ x: 20, y: 0 });
    expect(task.spot).toBeNull();
  });

  it('leaves nothing behind when it ends', () => {
    const task = new Task();
    task.begin('move', 'Anna', { x: 100, y: 50 });
    task.end();
    expect([task.kind, task.from, task.spot]).toEqual([null, '', null]);
  });
});
