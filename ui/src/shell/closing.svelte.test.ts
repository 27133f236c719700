import { listen } from '@tauri-apps/api/event';
import { getCurrentWindow } from '@tauri-apps/api/window';
import { beforeEach, expect, it, vi } from 'vitest';
import { api } from './api';
import { closing, listenForClosing, stay } from './closing.svelte';
import { drafts, forgetDrafts } from './drafts.svelte';
import { beforeLeaving } from './unsaved';

vi.mock('./api');
vi.mock('@tauri-apps/api/event', () => ({ listen: vi.fn(() => Promise.resolve(() => undefined)) }));
const ofWindow = vi.hoisted(() => vi.fn(() => Promise.resolve(() => undefined)));
vi.mock('@tauri-apps/api/window', () => ({ getCurrentWindow: () => ({ listen: ofWindow }) }));

/** Asks the window to close, as its frame does. */
function ask() {
  const tell = ofWindow.mock.lastCall as unknown as [string, () => void];
  tell[1]();
}

/** Lets the session end. */
function endSession() {
  const tell = vi.mocked(listen).mock.lastCall as unknown as [string, () => void];
  tell[1]();
}

vi.stubGlobal('window', new EventTarget());

const settle = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  vi.mocked(api.quit).mockReset().mockResolvedValue(undefined);
  vi.mocked(api.keepOpen).mockReset().mockResolvedValue(undefined);
  stay();
  expect(getCurrentWindow()).toBeDefined();
  return listenForClosing();
});

it('quits once everything is saved, and takes nothing that is typed meanwhile', async () => {
  let saved: (all: boolean) => void = () => undefined;
  const end = beforeLeaving(() => new Promise((resolve) => (saved = resolve)));
  ask();
  const key = new Event('keydown', { cancelable: true });
  window.dispatchEvent(key);
  expect([key.defaultPrevented, vi.mocked(api.quit).mock.calls.length]).toEqual([true, 0]);
  saved(true);
  await settle();
  expect(api.quit).toHaveBeenCalledOnce();
  end();
});

it('stays and asks if something cannot be saved, and then lets the person type again', async () => {
  const end = beforeLeaving(() => Promise.resolve(false));
  ask();
  await settle();
  expect([closing.state, vi.mocked(api.quit).mock.calls.length]).toEqual(['refused', 0]);
  expect(api.keepOpen).toHaveBeenCalledOnce();
  const key = new Event('keydown', { cancelable: true });
  window.dispatchEvent(key);
  expect(key.defaultPrevented).toBe(false);
  end();
});

it('asks about words that are typed but not added, until they are', async () => {
  const draft = { field: 'name', label: 'Naam', dossier: 'd-1', client: 'Greet', text: 'Fatima' };
  drafts().set('name', draft);
  ask();
  await settle();
  expect([closing.state, vi.mocked(api.quit).mock.calls.length]).toEqual(['refused', 0]);
  forgetDrafts();
  ask();
  await settle();
  expect(api.quit).toHaveBeenCalledOnce();
});

it('quits at the end of the session whatever cannot be saved', async () => {
  const end = beforeLeaving(() => Promise.reject(new Error('full')));
  endSession();
  await settle();
  expect(api.quit).toHaveBeenCalledOnce();
  end();
});
