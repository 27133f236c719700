import { beforeEach, describe, expect, it } from 'vitest';
import { OpenDossier } from '$shell/open-dossier.svelte';
import { Selection } from './selection.svelte';

let dossier: OpenDossier;
beforeEach(() => {
  dossier = new OpenDossier('d-1');
});

describe('a selection on the map', () => {
  it('of one member opens the panel of that member', () => {
    const selection = new Selection(dossier);
    selection.open('Anna');
    expect([selection.opened, selection.has('Anna'), selection.ids]).toEqual(['Anna', true, []]);
  });

  it('of several begins with the member whose panel is open, and closes the panel', () => {
    const selection = new Selection(dossier);
    selection.open('Anna');
    selection.toggle('Bram');
    expect([selection.opened, selection.ids]).toEqual(['', ['Anna', 'Bram']]);
  });

  it('opens the panel again when only one of several is left', () => {
    const selection = new Selection(dossier);
    selection.choose(['Anna', 'Bram']);
    selection.toggle('Anna');
    expect([selection.opened, selection.ids]).toEqual(['Bram', ['Bram']]);
  });

  it('makes an action on one of several an action on all of them', () => {
    const selection = new Selection(dossier);
    selection.choose(['Anna', 'Bram']);
    expect(selection.meant('Anna')).toEqual(['Anna', 'Bram']);
    expect(selection.meant('Cor')).toEqual(['Cor']);
  });

  it('drops members who are gone', () => {
    const selection = new Selection(dossier);
    selection.choose(['Anna', 'Bram', 'Cor']);
    selection.retain((id) => id !== 'Bram');
    expect(selection.ids).toEqual(['Anna', 'Cor']);
  });

  it('ends when somebody is opened elsewhere', () => {
    const selection = new Selection(dossier);
    selection.choose(['Anna', 'Bram']);
    dossier.selected = 'Cor';
    selection.retain(() => true);
    expect(selection.ids).toEqual([]);
  });

  it('of nobody stays the same list, so that an effect that keeps it does not run for ever', () => {
    const selection = new Selection(dossier);
    const before = selection.ids;
    dossier.selected = 'Anna';
    selection.retain(() => true);
    expect(selection.ids).toBe(before);
  });
});
