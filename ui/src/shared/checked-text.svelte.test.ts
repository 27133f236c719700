import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OpenDossier } from '$shell/open-dossier.svelte';
import { CheckedText } from './checked-text.svelte';
import { read } from './day';
import { shown as showing } from './removed-field.test-support.svelte';

let dossier: OpenDossier;
beforeEach(() => {
  dossier = new OpenDossier('d-1');
});

function checked(value = '2026-11-24', answer = true) {
  const shown: string[] = [];
  const onsave = vi.fn(() => Promise.resolve(answer));
  const text = new CheckedText(dossier, {
    label: 'Dag',
    value,
    read,
    show: (day) => void shown.push(day),
    onsave,
  });
  return { text, shown, onsave };
}

describe('a text that is checked', () => {
  it('is saved in its usual form', async () => {
    const { text, shown, onsave } = checked();
    text.type('3/5/26');
    expect(dossier.saving).toBe('saving');
    await text.save();
    expect([shown, onsave.mock.lastCall, dossier.saving]).toEqual([['2026-05-03'], ['2026-05-03'], 'saved']);
  });

  it('is not saved if it says the same', async () => {
    const { text, onsave } = checked();
    text.type('24-11-2026');
    await text.save();
    expect(onsave).not.toHaveBeenCalled();
    expect(await dossier.flush()).toBe(true);
  });

  it('counts as failed while it is refused, and keeps the dossier open', async () => {
    const { text, onsave } = checked();
    text.type('volgende week');
    await text.save();
    expect([text.refused, dossier.saving]).toEqual(['volgende week', 'failed']);
    expect(await dossier.flush()).toBe(false);
    text.type('3-5-2026');
    expect(await dossier.flush()).toBe(true);
    expect([text.refused, onsave.mock.calls.length]).toEqual(['', 1]);
  });

  it('counts as failed while it cannot be written', async () => {
    const { text } = checked('', false);
    text.type('3-5-2026');
    await text.save();
    expect([dossier.saving, await dossier.flush()]).toEqual(['failed', false]);
  });

  it('is told and dropped when its field is removed after it could not be written', async () => {
    const { text } = checked('', false);
    text.type('3-5-2026');
    await text.end();
    expect(dossier.problem).toContain('3-5-2026');
    // The next write clears the sentence, and nothing is left to save.
    expect(dossier.saving).toBe('failed');
    dossier.addRefused(text.save);
    dossier.dropUnsaved(text.save);
    expect([dossier.saving, await dossier.flush()]).toEqual(['saved', true]);
  });

  it('is sent once when its field is removed while it is saved', async () => {
    const { text, onsave } = checked();
    text.type('3-5-2026');
    await Promise.all([text.save(), text.end()]);
    expect(onsave).toHaveBeenCalledOnce();
  });

  it('is saved with its last words if its field is removed in the middle of it', async () => {
    const { text, onsave } = checked();
    const remove = showing(text);
    text.type('3-5-20');
    remove(() => text.type('3-5-2027'));
    await dossier.flush();
    expect(onsave.mock.calls).toEqual([['2027-05-03']]);
  });

  it('is told when its field is removed while it is refused', async () => {
    const { text } = checked();
    text.type('volgende week');
    await text.end();
    expect(dossier.problem).toContain('volgende week');
    expect(dossier.saving).toBe('failed');
  });

  it('is saved after a pause without changing what the field shows', async () => {
    vi.useFakeTimers();
    const { text, shown, onsave } = checked();
    text.type('3/5/2026');
    await vi.advanceTimersByTimeAsync(1_500);
    expect([onsave.mock.lastCall, text.text, dossier.saving]).toEqual([['2026-05-03'], '3/5/2026', 'saved']);
    await text.save();
    expect([onsave.mock.calls.length, text.text]).toEqual([1, null]);
    text.type('3/5/2026');
    await text.save();
    expect([onsave.mock.calls.length, shown]).toEqual([2, ['2026-05-03', '2026-05-03']]);
    vi.useRealTimers();
  });

  it('is neither saved nor refused after a pause in the middle of it', async () => {
    vi.useFakeTimers();
    const { text, onsave } = checked();
    for (const unfinished of ['3/', '3/5', '3/5/20', '']) {
      text.type(unfinished);
      await vi.advanceTimersByTimeAsync(5_000);
      expect([onsave.mock.calls, text.refused, dossier.saving]).toEqual([[], '', 'saving']);
    }
    vi.useRealTimers();
  });
});
