import { describe, expect, it } from 'vitest';
import { Stepping } from './stepping.svelte';

function stepping(succeeds = true) {
  const said: string[] = [];
  const dossier = {
    announcement: 'Fatima is added',
    undo: () => step('Undone'),
    redo: () => step('Done again'),
  };
  function step(words: string) {
    said.push(dossier.announcement);
    if (succeeds) dossier.announcement = words;
    return Promise.resolve(succeeds);
  }
  return { dossier, said, steps: new Stepping(dossier) };
}

describe('a step back or forward', () => {
  it('says what it did, and announces the same words again', async () => {
    const { said, steps } = stepping();
    await steps.undo();
    expect(steps.said).toBe('Undone');
    await steps.undo();
    expect([steps.said, said]).toEqual(['Undone', ['', '']]);
    await steps.redo();
    expect(steps.said).toBe('Done again');
  });

  it('says nothing any more once something else is written or announced', async () => {
    const { dossier, steps } = stepping();
    await steps.undo();
    steps.forget();
    expect(steps.said).toBe('');
    await steps.undo();
    dossier.announcement = 'Joris is added';
    expect(steps.said).toBe('');
  });

  it('says nothing if it is refused', async () => {
    const { steps } = stepping(false);
    await steps.undo();
    expect(steps.said).toBe('');
  });
});
