import { describe, expect, it } from 'vitest';
import { Attempt } from './attempt.svelte';

const refuse = () => Promise.reject({ code: 'empty', args: { field: 'name' } });
const shown = (attempt: Attempt) => [attempt.problem !== '', attempt.said];

describe('an attempt', () => {
  it('says what it is told to say after a command that succeeds', async () => {
    const attempt = new Attempt();
    expect(await attempt.run(() => Promise.resolve(), 'Saved')).toBe(true);
    expect(shown(attempt)).toEqual([false, 'Saved']);
    await attempt.run(
      () => Promise.resolve('a.ics'),
      (path) => `Saved as ${path}`,
    );
    expect(attempt.said).toBe('Saved as a.ics');
  });

  it('explains a failure, and forgets the words about the command before it', async () => {
    const attempt = new Attempt();
    await attempt.run(() => Promise.resolve(), 'Saved');
    expect(await attempt.run(refuse, 'Saved again')).toBe(false);
    expect(shown(attempt)).toEqual([true, '']);
  });

  it('forgets a failure as soon as the next command begins, and is busy until that ends', async () => {
    const attempt = new Attempt();
    await attempt.run(refuse);
    const next = attempt.run(() => Promise.resolve());
    expect([attempt.problem, attempt.busy]).toEqual(['', true]);
    await next;
    expect(attempt.busy).toBe(false);
  });

  it('explains what a command throws before it begins to wait', async () => {
    const attempt = new Attempt();
    const command = (): Promise<void> => {
      throw new Error('no drawing');
    };
    expect(await attempt.run(command)).toBe(false);
    expect(attempt.problem).toContain('no drawing');
  });

  it('is busy until the last of two commands that overlap ends', async () => {
    const attempt = new Attempt();
    let end: () => void = () => undefined;
    const slow = attempt.run(() => new Promise<void>((resolve) => (end = resolve)));
    await attempt.run(() => Promise.resolve());
    expect(attempt.busy).toBe(true);
    end();
    await slow;
    expect(attempt.busy).toBe(false);
  });
});
