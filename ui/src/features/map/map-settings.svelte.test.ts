import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DossierView } from '$generated/DossierView';
import type { ThenAndNow } from '$generated/ThenAndNow';
import { api } from '$shell/api';
import { EVERYBODY } from './filter';
import { MapSettings } from './map-settings.svelte';
import { member } from './member.test-support';

vi.mock('$shell/api');

const network = (...ids: string[]) => ({ people: ids.map((id) => ({ id })), organisations: [], ties: [] });
const answer = (then: string[], now: string[]) =>
  ({ then: network(...then), now: network(...now) }) as unknown as ThenAndNow;
const dossier = { profile: { id: 'd-1' }, moments: [{ id: 'm-1' }] } as unknown as DossierView;

let end = () => {};
function settingsOf(view: () => DossierView): MapSettings {
  let settings: MapSettings | undefined;
  end = $effect.root(() => {
    settings = new MapSettings(view);
  });
  flushSync();
  if (!settings) throw new Error('the effect did not run');
  return settings;
}

async function settle() {
  flushSync();
  await new Promise((resolve) => setTimeout(resolve));
}

const shown = (settings: MapSettings) =>
  ['p-1', 'p-2', 'p-3'].filter((id) => settings.shows({ ...member(id), id }));

beforeEach(() => void vi.mocked(api.thenAndNow).mockReset());
afterEach(() => end());

describe('the settings of the map', () => {
  it('can show only who came since a moment, also after the network changes', async () => {
    let view = $state.raw(dossier);
    const settings = settingsOf(() => view);
    vi.mocked(api.thenAndNow).mockResolvedValue(answer(['p-1'], ['p-1', 'p-2']));
    settings.filter = { ...EVERYBODY, since: 'm-1' };
    await settle();
    expect(shown(settings)).toEqual(['p-2']);

    vi.mocked(api.thenAndNow).mockResolvedValue(answer(['p-1'], ['p-1', 'p-2', 'p-3']));
    view = { ...dossier };
    await settle();
    expect(shown(settings)).toEqual(['p-2', 'p-3']);

    settings.filter = EVERYBODY;
    await settle();
    expect(shown(settings)).toEqual(['p-1', 'p-2', 'p-3']);
  });

  it('show everybody and say why when the newcomers cannot be found', async () => {
    const settings = settingsOf(() => dossier);
    vi.mocked(api.thenAndNow).mockRejectedValue('the disk is gone');
    settings.filter = { ...EVERYBODY, since: 'm-1' };
    await settle();
    expect(shown(settings)).toEqual(['p-1', 'p-2', 'p-3']);
    expect(settings.problem).toContain('the disk is gone');
  });
});
