import { beforeEach, expect, it, vi } from 'vitest';
import type { Session } from '$generated/Session';
import { api } from './api';
import { attend, idle, noteUse, stayOpen } from './idle.svelte';
import { drafts, waitingDrafts } from './drafts.svelte';
import { desk, show } from './session.svelte';
import { beforeLeaving } from './unsaved';

vi.mock('./api');

beforeEach(() => {
  desk.session = { label: 'Anna' } as Session;
  show('caseload');
  vi.mocked(api.attend).mockReset().mockResolvedValue('open');
});

it('reports once that somebody used the window', async () => {
  noteUse();
  noteUse();
  await attend();
  await attend();
  expect(vi.mocked(api.attend).mock.calls).toEqual([[true], [false]]);
});

it('warns and saves what was typed before the account is locked', async () => {
  const save = vi.fn(() => Promise.resolve(true));
  const end = beforeLeaving(save);
  vi.mocked(api.attend).mockResolvedValue('soon');
  await attend();
  await attend();
  expect([idle.soon, save.mock.calls.length, desk.screen]).toEqual([true, 1, 'caseload']);
  end();

  vi.mocked(api.attend).mockResolvedValue('open');
  await stayOpen();
  expect([idle.soon, vi.mocked(api.attend).mock.lastCall]).toEqual([false, [true]]);
});

it('shows nothing of an account that was locked', async () => {
  desk.recoveryCode = 'ABCD';
  vi.mocked(api.attend).mockResolvedValue('locked');
  await attend();
  expect([desk.session, desk.recoveryCode, desk.screen]).toEqual([null, '', 'welcome']);
});

it('says that something was not saved when the account was locked', async () => {
  vi.mocked(api.attend).mockResolvedValue('locked');
  await attend();
  expect(desk.leftUnsaved).toBe(false);
  desk.session = { label: 'Anna' } as Session;
  const end = beforeLeaving(
    () => Promise.resolve(false),
    () => true,
  );
  await attend();
  expect(desk.leftUnsaved).toBe(true);
  desk.leftUnsaved = false;
  end();
});

it('leaves the screens before an account is open as they are', async () => {
  desk.session = null;
  show('create');
  vi.mocked(api.attend).mockResolvedValue('locked');
  await attend();
  expect(desk.screen).toBe('create');
});

it('says that words were not added when the account is locked, and forgets them', async () => {
  desk.leftUnsaved = false;
  const draft = { field: 'name', label: 'Naam', dossier: 'd-1', client: 'Greet', text: 'Fatima' };
  drafts().set('name', draft);
  vi.mocked(api.attend).mockResolvedValue('locked');
  await attend();
  expect([desk.leftUnsaved, waitingDrafts()]).toEqual([true, []]);
  desk.leftUnsaved = false;
});
