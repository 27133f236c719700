import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OpenDossier } from '$shell/open-dossier.svelte';
import { CheckedText } from '$shared/checked-text.svelte';
import { read, written } from '$shared/day';
import { OpenPart } from './open-part.svelte';

/** A field for a day on a page without anything else. Its button is the one that opened the part. */
function page(dossier: OpenDossier) {
  const onsave = vi.fn(() => Promise.resolve(true));
  const checked = new CheckedText(dossier, {
    label: 'Dag',
    value: '2026-11-24',
    read,
    show: () => undefined,
    onsave,
  });
  const focus = vi.fn<(id: string) => void>();
  const field = {
    value: '',
    focus: () => focus('due'),
    closest: () => null,
    dispatchEvent: () => checked.type(field.value),
  };
  const opener = { focus: () => focus('open-a-1') };
  vi.stubGlobal('document', {
    getElementById: (id: string) => ({ due: field, 'open-a-1': opener })[id] ?? null,
    querySelector: () => (checked.refused ? field : null),
  });
  return { checked, onsave, focus };
}

const discarded = [{ id: 'due', text: written('2026-11-24') }];
let dossier: OpenDossier;
let part: OpenPart;

beforeEach(async () => {
  dossier = new OpenDossier('d-1');
  part = new OpenPart(dossier);
  await part.open('a-1');
});

describe('an open part of the plan', () => {
  it('saves what is typed before it closes', async () => {
    const { checked, onsave, focus } = page(dossier);
    checked.type('3-5-2026');
    await part.close();
    expect(onsave).toHaveBeenCalledWith('2026-05-03');
    expect([part.is('a-1'), focus.mock.lastCall]).toEqual([false, ['open-a-1']]);
  });

  it('stays open with the focus on the field that is refused', async () => {
    const { checked, onsave, focus } = page(dossier);
    checked.type('xyz');
    await part.close();
    expect([part.is('a-1'), part.isRefused, focus.mock.lastCall]).toEqual([true, true, ['due']]);
    await part.open('a-2');
    expect([part.is('a-1'), part.is('a-2')]).toEqual([true, false]);

    checked.type('3-5-2026');
    await part.close();
    expect([part.is('a-1'), part.isRefused, onsave.mock.calls.length]).toEqual([false, false, 1]);
  });

  it('closes without what is refused, if asked to', async () => {
    const { checked, onsave, focus } = page(dossier);
    checked.type('xyz');
    await part.close();
    await part.discard(() => discarded);
    // The field is removed with its part.
    await checked.end();
    expect([part.is('a-1'), focus.mock.lastCall]).toEqual([false, ['open-a-1']]);
    expect([onsave.mock.calls.length, dossier.problem, dossier.saving]).toEqual([0, '', 'saved']);
  });

  it('saves what is right before it closes without what is refused', async () => {
    const { checked } = page(dossier);
    let title = 'Bellen';
    dossier.addUnsaved(() => {
      title = 'Het koor bellen';
      return Promise.resolve();
    });
    checked.type('xyz');
    const asked = vi.fn(() => [{ id: 'due', text: title }]);
    await part.discard(asked);
    expect(asked).toHaveReturnedWith([{ id: 'due', text: 'Het koor bellen' }]);
  });
});
