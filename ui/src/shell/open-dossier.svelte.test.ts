import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Changed } from '$generated/Changed';
import type { DossierView } from '$generated/DossierView';
import { api } from './api';
import { OpenDossier } from './open-dossier.svelte';
import { saveAll } from './unsaved';

vi.mock('./api');

const view = (name: string) => ({ profile: { name }, is_new: false }) as unknown as DossierView;
const changed: Changed = { topics: [], message: null };

/** A promise that the test resolves when it chooses. */
function later<T>() {
  let answer: (value: T) => void = () => undefined;
  let refuse: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((resolve, reject) => ([answer, refuse] = [resolve, reject]));
  return { promise, answer, refuse };
}

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

  it('writes nothing after it was closed', async () => {
    const dossier = new OpenDossier('d-1');
    dossier.close();
    expect(await dossier.undo()).toBe(false);
    expect(api.undo).not.toHaveBeenCalled();
  });

  it('saves what is typed before the window locks, until it is closed', async () => {
    const dossier = new OpenDossier('d-1');
    const save = vi.fn(() => Promise.resolve());
    dossier.addUnsaved(save);
    await saveAll();
    expect(save).toHaveBeenCalledOnce();
    dossier.close();
    await saveAll();
    expect(save).toHaveBeenCalledOnce();
  });
});
