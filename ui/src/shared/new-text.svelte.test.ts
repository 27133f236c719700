import { beforeEach, describe, expect, it } from 'vitest';
import { forgetDrafts, waitingDrafts } from '$shell/drafts.svelte';
import { isSomethingUnsaved, saveAll } from '$shell/unsaved';
import { NewText } from './new-text.svelte';

/** An addition that the test answers when it chooses. */
function adding() {
  const added: string[] = [];
  const answers: ((answer: boolean) => void)[] = [];
  const add = (text: string) => {
    added.push(text);
    return new Promise<boolean>((answer) => answers.push(answer));
  };
  return { add, added, answers };
}

const name = (dossier = 'd-1', about = '') =>
  new NewText({ field: 'name', label: 'Naam', dossier: { id: dossier, view: null }, about });

beforeEach(forgetDrafts);

describe('the text of a form that adds something', () => {
  it('leaves the field before it is saved, so that the next can be typed', async () => {
    const field = name();
    const { add, added, answers } = adding();
    field.text = ' Fatima ';
    const first = field.take(add);
    expect(field.text).toBe('');
    field.text = 'Joris';
    const second = field.take(add);
    answers.forEach((answer) => answer(true));
    expect([await first, await second, added, field.text]).toEqual([true, true, ['Fatima', 'Joris'], '']);
  });

  it('comes back if it is refused, before what was typed meanwhile', async () => {
    const field = name();
    const { add, answers } = adding();
    field.text = 'Fatima';
    const taken = field.take(add);
    field.text = 'Jor';
    answers[0]?.(false);
    expect(await taken).toBe(false);
    expect(field.text).toBe('Fatima, Jor');
  });

  it('is not added if it is empty', async () => {
    const field = name();
    const { add, added } = adding();
    field.text = '  ';
    expect(await field.take(add)).toBe(false);
    expect(added).toEqual([]);
  });

  it('is asked about before the window closes, until it is taken or cleared', async () => {
    const field = name();
    expect([isSomethingUnsaved(), await saveAll()]).toEqual([false, true]);
    field.text = 'Fatima';
    expect([isSomethingUnsaved(), await saveAll()]).toEqual([true, false]);
    await field.take(() => Promise.resolve(true));
    expect([isSomethingUnsaved(), await saveAll()]).toEqual([false, true]);
    field.text = 'Joris';
    field.clear();
    expect(isSomethingUnsaved()).toBe(false);
    field.text = '  ';
    expect(isSomethingUnsaved()).toBe(false);
  });

  it('is there again when its form is shown again, and in no other form', () => {
    name().text = 'Fatima';
    expect([name().text, name('d-2').text, name('d-1', 'other').text]).toEqual(['Fatima', '', '']);
    expect(waitingDrafts().map(({ label, text }) => [label, text])).toEqual([['Naam', 'Fatima']]);
  });

  it('does not count while it is as the form began', () => {
    const day = new NewText({ field: 'day', label: 'Dag', initial: '1-12-2026' });
    expect([day.text, day.isBegun]).toEqual(['1-12-2026', false]);
    day.text = '2-12-2026';
    expect([day.isBegun, isSomethingUnsaved()]).toEqual([true, true]);
    day.text = '1-12-2026';
    expect([day.isBegun, isSomethingUnsaved()]).toEqual([false, false]);
  });

  it('is kept without a question if it is a choice', () => {
    const how = () => new NewText({ field: 'how', label: '', initial: 'spoken' });
    how().text = 'written';
    expect([how().text, isSomethingUnsaved()]).toEqual(['written', false]);
  });

  it('comes back into its own field, although that was removed while it was saved', async () => {
    let about = 'g-1';
    const field = new NewText({
      field: 'name',
      label: 'Naam',
      get about() {
        return about;
      },
    });
    const { add, answers } = adding();
    field.text = 'Fatima';
    const taken = field.take(add);
    about = 'g-2';
    answers[0]?.(false);
    await taken;
    expect(field.text).toBe('');
    about = 'g-1';
    expect(field.text).toBe('Fatima');
  });

  it('does not come back after a lock', async () => {
    const field = name();
    const { add, answers } = adding();
    field.text = 'Fatima';
    const taken = field.take(add);
    forgetDrafts();
    answers[0]?.(false);
    await taken;
    expect([waitingDrafts(), name().text]).toEqual([[], '']);
  });
});
