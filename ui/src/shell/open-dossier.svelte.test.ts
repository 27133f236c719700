import { listen } from '@tauri-apps/api/event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Changed } from '$generated/Changed';
import type { DossierView } from '$generated/DossierView';
import { api } from './api';
import { listenForChanges } from './changes';
import { OpenDossier } from './open-dossier.svelte';
import { beforeLeaving, saveAll } from './unsaved';

vi.mock('./api');
vi.mock('@tauri-apps/api/event', () => ({ listen: vi.fn(() => Promise.resolve(() => undefined)) }));

const view = (name: string) => ({ profile: { name }, is_new: false }) as unknown as DossierView;
const changed: Changed = { topics: [], message: null };

/** A promise that the test resolves when it chooses. */
function later<T>() {
  let answer: (value: T) => void = () => undefined;
  let refuse: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((resolve, reject) => ([answer, refuse] = [resolve, reject]));
  return { promise, answer, refuse };
}

/** Announces that dossier d-1 changed. */
function announceChange() {
  listenForChanges();
  const topics = [{ topic: 'dossier' as const, id: 'd-1' }];
  vi.mocked(listen).mock.lastCall?.[1]({ event: 'changed', id: 1, payload: { topics, message: null } });
}

/** Waits until all answers have arrived that need no more than promises. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  vi.mocked(api.dossier).mockReset().mockResolvedValue(view('Bep'));
  vi.mocked(api.undo).mockReset().mockResolvedValue(changed);
});

describe('an open dossier', () => {
  it('reads itself again after each change', async () => {
    const dossier = new OpenDossier('d-1');
    await dossier.open();
    vi.mocked(api.dossier).mockResolvedValue(view('Bep Zwart'));
    expect(await dossier.undo()).toBe(true);
    expect([dossier.view?.profile.name, dossier.saving]).toEqual(['Bep Zwart', 'saved']);
  });

  it('says that it is saved only when nothing is typed, being sent or refused', async () => {
    const dossier = new OpenDossier('d-1');
    const save = () => Promise.resolve();
    dossier.addUnsaved(save);
    expect(dossier.saving).toBe('saving');
    dossier.dropUnsaved(save);
    expect(dossier.saving).toBe('saved');

    const undone = later<Changed>();
    vi.mocked(api.undo).mockReturnValue(undone.promise);
    const undoing = dossier.undo();
    expect(dossier.saving).toBe('saving');
    undone.refuse('the disk is full');
    expect([await undoing, dossier.saving]).toEqual([false, 'failed']);
    expect(dossier.problem).toContain('the disk is full');
  });

  it('ignores an answer that arrives after it was closed', async () => {
    const dossier = new OpenDossier('d-1');
    const [read, undone] = [later<DossierView>(), later<Changed>()];
    vi.mocked(api.dossier).mockReturnValue(read.promise);
    vi.mocked(api.undo).mockReturnValue(undone.promise);
    const opening = dossier.open();
    const undoing = dossier.undo();
    dossier.close();
    read.answer(view('Bep'));
    undone.refuse('the disk is full');
    await Promise.all([opening, undoing]);
    expect([dossier.view, dossier.problem, dossier.announcement]).toEqual([null, '', '']);
  });

  it('saves what is typed before it undoes', async () => {
    const dossier = new OpenDossier('d-1');
    const done: string[] = [];
    vi.mocked(api.undo).mockImplementation(() => {
      done.push('undo');
      return Promise.resolve(changed);
    });
    const save = async () => {
      dossier.dropUnsaved(save);
      await settle();
      done.push('save');
    };
    dossier.addUnsaved(save);
    expect(await dossier.undo()).toBe(true);
    expect(done).toEqual(['save', 'undo']);
  });

  it('writes nothing after it was closed', async () => {
    const dossier = new OpenDossier('d-1');
    dossier.close();
    expect(await dossier.undo()).toBe(false);
    expect(api.undo).not.toHaveBeenCalled();
  });

  it('saves what is typed before the window locks, until it is closed', async () => {
    const dossier = new OpenDossier('d-1');
    const save = vi.fn(() => Promise.resolve(dossier.dropUnsaved(save)));
    dossier.addUnsaved(save);
    await saveAll();
    expect(save).toHaveBeenCalledOnce();
    dossier.addUnsaved(save);
    dossier.close();
    await saveAll();
    expect(save).toHaveBeenCalledOnce();
  });

  it('saves words that are typed while others are saved', async () => {
    const dossier = new OpenDossier('d-1');
    const later = vi.fn(() => Promise.resolve(dossier.dropUnsaved(later)));
    const first = () => {
      dossier.dropUnsaved(first);
      dossier.addUnsaved(later);
      return Promise.resolve();
    };
    dossier.addUnsaved(first);
    expect(await dossier.flush()).toBe(true);
    expect(later).toHaveBeenCalledOnce();
  });

  it('keeps words unsaved whose save fails, and runs the other saves', async () => {
    const dossier = new OpenDossier('d-1');
    const save = vi.fn(() => Promise.resolve(dossier.dropUnsaved(save)));
    dossier.addUnsaved(() => Promise.reject(new Error('gone')));
    dossier.addUnsaved(save);
    expect(await dossier.flush()).toBe(false);
    expect(save).toHaveBeenCalledOnce();
    dossier.close();
  });

  it('lets the window lock although a save fails', async () => {
    const end = beforeLeaving(() => Promise.reject(new Error('gone')));
    await saveAll();
    end();
  });

  it('forgets why words were refused once they are typed again', () => {
    const dossier = new OpenDossier('d-1');
    const save = () => Promise.resolve();
    dossier.refuse('Dat kan niet.');
    dossier.addRefused(save);
    dossier.addUnsaved(save);
    expect(dossier.problem).toBe('');
    dossier.close();
  });

  it('says why another dossier does not open', async () => {
    const dossier = new OpenDossier('d-1');
    dossier.addRefused(() => Promise.resolve());
    await dossier.goTo('d-2');
    expect(dossier.problem).not.toBe('');
    dossier.close();
  });

  it('says that words are not saved while they are refused, whatever else is saved', async () => {
    const dossier = new OpenDossier('d-1');
    const save = () => Promise.resolve();
    dossier.addRefused(save);
    await dossier.undo();
    expect([dossier.saving, await dossier.flush()]).toEqual(['failed', false]);
    dossier.addUnsaved(save);
    expect(dossier.saving).toBe('saving');
    dossier.dropUnsaved(save);
    expect([dossier.saving, await dossier.flush()]).toEqual(['saved', true]);
  });

  it('says why words cannot be saved', async () => {
    const dossier = new OpenDossier('d-1');
    expect(dossier.refuse('A talk lasts at most a day.')).toBe(false);
    expect([dossier.saving, dossier.problem]).toEqual(['failed', 'A talk lasts at most a day.']);
    await dossier.undo();
    expect([dossier.saving, dossier.problem]).toEqual(['saved', '']);
  });

  it('may be left after something else failed, if no words wait', async () => {
    const dossier = new OpenDossier('d-1');
    vi.mocked(api.undo).mockRejectedValueOnce('the disk is full');
    expect([await dossier.undo(), dossier.saving]).toEqual([false, 'failed']);
    expect(await dossier.flush()).toBe(true);
  });

  it('does not say that everything is saved if words were refused while others were saved', async () => {
    const dossier = new OpenDossier('d-1');
    const first = later<Changed>();
    const adding = dossier.write(() => first.promise);
    const save = () => {
      dossier.dropUnsaved(save);
      return dossier.write(() => Promise.resolve(changed)).then(() => undefined);
    };
    dossier.addUnsaved(save);
    const flushing = dossier.flush();
    first.refuse('the disk is full');
    expect(await adding).toBe(false);
    // The write of the other words forgets the reason.
    await dossier.write(() => Promise.resolve(changed));
    expect([dossier.saving, await flushing]).toEqual(['saved', false]);
  });

  it('waits for a write under way before it says that everything is saved', async () => {
    const dossier = new OpenDossier('d-1');
    const undone = later<Changed>();
    vi.mocked(api.undo).mockReturnValue(undone.promise);
    void dossier.undo();
    let flushed: boolean | null = null;
    void dossier.flush().then((isSaved) => (flushed = isSaved));
    await settle();
    expect(flushed).toBeNull();
    undone.refuse('the disk is full');
    await settle();
    expect(flushed).toBe(false);
  });

  it('does not say that everything is saved after it was closed', async () => {
    const dossier = new OpenDossier('d-1');
    dossier.close();
    expect(await dossier.flush()).toBe(false);
  });

  it('reads itself again for a change that arrives while a write reads it', async () => {
    const dossier = new OpenDossier('d-1');
    const read = later<DossierView>();
    vi.mocked(api.dossier).mockReturnValueOnce(read.promise);
    const undoing = dossier.undo();
    await settle();
    announceChange();
    vi.mocked(api.dossier).mockResolvedValue(view('Bep Zwart'));
    read.answer(view('Bep'));
    await undoing;
    expect(dossier.view?.profile.name).toBe('Bep Zwart');
  });

  it('reads itself again for a change that arrives during a write that fails', async () => {
    const dossier = new OpenDossier('d-1');
    const undone = later<Changed>();
    vi.mocked(api.undo).mockReturnValue(undone.promise);
    const undoing = dossier.undo();
    announceChange();
    undone.refuse('the disk is full');
    await undoing;
    expect(dossier.view?.profile.name).toBe('Bep');
  });

  it('does not show an older answer over a newer one', async () => {
    const dossier = new OpenDossier('d-1');
    const older = later<DossierView>();
    vi.mocked(api.dossier).mockReturnValueOnce(older.promise);
    announceChange();
    vi.mocked(api.dossier).mockResolvedValue(view('Bep Zwart'));
    announceChange();
    await settle();
    older.answer(view('Bep'));
    await settle();
    expect(dossier.view?.profile.name).toBe('Bep Zwart');
  });

  it('has saved what it wrote even if it cannot be read again', async () => {
    const dossier = new OpenDossier('d-1');
    vi.mocked(api.dossier).mockRejectedValueOnce('the disk is gone');
    expect([await dossier.undo(), dossier.saving]).toEqual([true, 'saved']);
    expect(dossier.problem).toContain('the disk is gone');
    announceChange();
    await settle();
    expect(dossier.problem).toBe('');
  });
});

describe('many writes at once', () => {
  it('are sent one after another', async () => {
    const dossier = new OpenDossier('d-1');
    const answers = [later<Changed>(), later<Changed>()];
    const sent: number[] = [];
    const writes = answers.map((answer, place) =>
      dossier.write(() => {
        sent.push(place);
        return answer.promise;
      }),
    );
    await settle();
    expect(sent).toEqual([0]);
    answers[0]?.refuse(new Error('full'));
    await settle();
    expect(sent).toEqual([0, 1]);
    answers[1]?.answer(changed);
    expect(await Promise.all(writes)).toEqual([false, true]);
  });

  it('share the reads after them, and show the last', async () => {
    const dossier = new OpenDossier('d-1');
    const reads = [later<DossierView>(), later<DossierView>()];
    for (const read of reads) vi.mocked(api.dossier).mockReturnValueOnce(read.promise);
    const writes = [1, 2, 3, 4].map(() => dossier.write(() => Promise.resolve(changed)));
    await settle();
    expect(api.dossier).toHaveBeenCalledTimes(1);
    reads[0]?.answer(view('after one'));
    await settle();
    expect(api.dossier).toHaveBeenCalledTimes(2);
    reads[1]?.answer(view('after four'));
    expect(await Promise.all(writes)).toEqual([true, true, true, true]);
    expect(api.dossier).toHaveBeenCalledTimes(2);
    expect(dossier.view?.profile.name).toBe('after four');
  });
});
