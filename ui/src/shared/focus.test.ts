import { expect, it, vi } from 'vitest';
import { OpenDossier } from '$shell/open-dossier.svelte';
import { isTyping, mayClose } from './focus';
import { TypedText } from './typed-text.svelte';

/** A part of a page with one field, inside a part that is folded. */
function part() {
  const dossier = new OpenDossier('d-1');
  let accepted = false;
  const onsave = vi.fn(() =>
    Promise.resolve(accepted || dossier.refuse('Een gesprek duurt hooguit een dag.')),
  );
  const text = new TypedText(dossier, { label: 'Duur', value: '', onsave });
  const [focus, setAttribute] = [vi.fn(), vi.fn()];
  const field = { focus, closest: () => ({ setAttribute }) } as unknown as HTMLElement;
  const page = { querySelector: () => (text.refused ? field : null) } as unknown as ParentNode;
  return { dossier, text, page, focus, setAttribute, accept: () => (accepted = true) };
}

it('gives the focus to the field that is refused, and keeps the part open', async () => {
  const { dossier, text, page, focus, setAttribute, accept } = part();
  text.type('99999');
  expect(await mayClose(dossier, page)).toBe(false);
  expect([focus.mock.calls.length, setAttribute.mock.lastCall]).toEqual([1, ['open', '']]);
  accept();
  expect([await mayClose(dossier, page), focus.mock.calls.length]).toEqual([true, 1]);
});

it('lets a part close if what is refused is in another part', async () => {
  const { dossier, text, focus } = part();
  text.type('99999');
  const other = { querySelector: () => null } as unknown as ParentNode;
  expect([await mayClose(dossier, other), focus.mock.calls.length]).toEqual([true, 0]);
});

it('knows an element into which somebody types', () => {
  const element = (name: string) => ({ matches: (list: string) => list.split(', ').includes(name) });
  expect(['input', 'textarea', 'button'].map((name) => isTyping(element(name)))).toEqual([true, true, false]);
  expect(isTyping(null)).toBe(false);
});
