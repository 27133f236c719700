import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OpenDossier } from '$shell/open-dossier.svelte';
import { shown } from './removed-field.test-support.svelte';
import { TypedText } from './typed-text.svelte';

let dossier: OpenDossier;
beforeEach(() => {
  dossier = new OpenDossier('d-1');
});

function typing(answer: () => boolean = () => true) {
  const onsave = vi.fn<(text: string) => Promise<boolean>>(() => Promise.resolve(answer()));
  const text = new TypedText(dossier, { label: 'Naam', value: 'Greet', onsave });
  return { text, onsave };
}

describe('a text that is typed', () => {
  it('is saved with its last words if its field is removed in the middle of it', async () => {
    const { text, onsave } = typing();
    const remove = shown(text);
    text.type('Greet de');
    flushSync();
    remove(() => text.type('Greet de Wit'));
    await dossier.flush();
    expect(onsave.mock.calls).toEqual([['Greet de Wit']]);
  });

  it('is saved although its field is removed at the first letter', async () => {
    const { text, onsave } = typing();
    shown(text)(() => text.type('G'));
    await dossier.flush();
    expect(onsave.mock.calls).toEqual([['G']]);
  });

  it('is saved a moment after typing stops, once', async () => {
    vi.useFakeTimers();
    const { text, onsave } = typing();
    text.type('Greet de Wit');
    await vi.advanceTimersByTimeAsync(1_500);
    await text.save();
    expect([onsave.mock.calls, dossier.saving]).toEqual([[['Greet de Wit']], 'saved']);
    vi.useRealTimers();
  });

  it('stays with the reason while it is refused', async () => {
    let accepted = false;
    const { text } = typing(() => accepted || dossier.refuse('De schijf is vol.'));
    text.type('Greet de Wit');
    await text.save();
    expect([text.refused, text.text, dossier.saving]).toEqual([
      'De schijf is vol.',
      'Greet de Wit',
      'failed',
    ]);
    text.type('Greet de Witte');
    expect(text.refused).toBe('De schijf is vol.');
    accepted = true;
    await text.save();
    expect([text.refused, dossier.saving]).toEqual(['', 'saved']);
  });

  it('is no longer refused if it is as it was saved', async () => {
    const { text, onsave } = typing(() => false);
    text.type('');
    await text.save();
    expect(text.refused).not.toBe('');
    text.type('Greet');
    await text.save();
    expect([text.refused, onsave.mock.calls.length]).toEqual(['', 1]);
  });

  it('is told and dropped if its field is removed while it is refused', async () => {
    const { text } = typing(() => false);
    text.type('Greet de Wit');
    await text.end();
    expect(dossier.problem).toContain('Greet de Wit');
    expect(await dossier.flush()).toBe(true);
  });

  it('is sent once while it is saved', async () => {
    const { text, onsave } = typing();
    text.type('Greet de Wit');
    await Promise.all([text.save(), text.save(), text.end()]);
    expect(onsave).toHaveBeenCalledOnce();
  });
});
