import { invoke } from '@tauri-apps/api/core';
import { expect, it, vi } from 'vitest';
import { api, whenLocked } from './api';
import window from './api.ts?raw';
import rust from '../../../src-tauri/src/commands/mod.rs?raw';

vi.mock('@tauri-apps/api/core', () => ({ invoke: vi.fn() }));

/** Returns the first group of every match, in the order of the alphabet. */
function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '').sort();
}

it('calls every command that Rust registers, and no other', () => {
  const registered = all(rust.slice(rust.indexOf('generate_handler!')), /\b[a-z_]+::([a-z_]+),/g);
  const called = [...new Set(all(window, /\binvoke(?:<[^(]*>)?\(\s*'([a-z_]+)'/g))];
  expect(registered.length).toBeGreaterThan(50);
  expect(called).toEqual(registered);
});

it('tells when a command finds that the account is locked', async () => {
  const tell = vi.fn();
  whenLocked(tell);
  for (const code of ['disk-full', 'locked']) {
    vi.mocked(invoke).mockRejectedValueOnce({ code, args: {} });
    await expect(api.caseload()).rejects.toEqual({ code, args: {} });
  }
  expect(tell).toHaveBeenCalledOnce();
});
