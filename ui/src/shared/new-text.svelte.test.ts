import { expect, it } from 'vitest';
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

it('empties the field before the text is saved, so that the next can be typed', async () => {
  const field = new NewText();
  const { add, added, answers } = adding();
  field.text = ' Fatima ';
  const first = field.take(add);
  expect(field.text).toBe('');
  field.text = 'Joris';
  const second = field.take(add);
  answers.forEach((answer) => answer(true));
  expect([await first, await second, added, field.text]).toEqual([true, true, ['Fatima', 'Joris'], '']);
});

it('gives refused text back, and keeps what was typed meanwhile', async () => {
  const field = new NewText();
  const { add, answers } = adding();
  field.text = 'Fatima';
  const taken = field.take(add);
  field.text = 'Jor';
  answers[0]?.(false);
  expect(await taken).toBe(false);
  expect(field.text).toBe('Fatima, Jor');
});

it('adds nothing from an empty field', async () => {
  const field = new NewText();
  const { add, added } = adding();
  field.text = '  ';
  expect(await field.take(add)).toBe(false);
  expect(added).toEqual([]);
});
