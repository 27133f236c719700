import { listen } from '@tauri-apps/api/event';
import { flushSync } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Topic } from '$generated/Topic';
import { listenForChanges } from '$shell/changes';
import { type Answer, answerTo } from './answer.svelte';

vi.mock('@tauri-apps/api/event', () => ({ listen: vi.fn(() => Promise.resolve(() => undefined)) }));

const refusal = { code: 'empty', args: { field: 'name' } };
let end = () => {};

/** Asks as a component does, which the test destroys at its end. */
function ask<T>(question: () => Promise<T> | null, isAbout?: (topic: Topic) => boolean): Answer<T> {
  let answer: Answer<T> | undefined;
  end = $effect.root(() => {
    answer = answerTo(question, isAbout);
  });
  flushSync();
  if (!answer) throw new Error('the effect did not run');
  return answer;
}

/** Shows the latest state and waits for the answers to it. */
async function settle() {
  flushSync();
  await new Promise((resolve) => setTimeout(resolve));
}

const shown = ({ value, problem }: Answer<unknown>) => [value, problem !== ''];

afterEach(() => end());

describe('an answer', () => {
  it('arrives, and is asked again when a state that the question reads changes', async () => {
    let number = $state(1);
    const answer = ask(() => Promise.resolve(number));
    expect(shown(answer)).toEqual([null, false]);
    await settle();
    expect(answer.value).toBe(1);
    number = 2;
    await settle();
    expect(answer.value).toBe(2);
  });

  it('is asked again when its topic becomes stale', async () => {
    let asked = 0;
    ask(
      () => Promise.resolve((asked += 1)),
      (topic) => topic.topic === 'people',
    );
    listenForChanges();
    const tell = vi.mocked(listen).mock.lastCall?.[1];
    const become = (topic: Topic) =>
      tell?.({ event: 'changed', id: 1, payload: { topics: [topic], message: null } });
    become({ topic: 'caseload' });
    await settle();
    expect(asked).toBe(1);
    become({ topic: 'people' });
    await settle();
    expect(asked).toBe(2);
  });

  it('to an earlier question is ignored', async () => {
    let number = $state(1);
    const slow = new Promise<number>((resolve) => setTimeout(() => resolve(1), 5));
    const answer = ask(() => (number === 1 ? slow : Promise.resolve(number)));
    number = 2;
    await settle();
    await slow;
    expect(answer.value).toBe(2);
  });

  it('does not stay under another question that fails', async () => {
    let number = $state(1);
    const answer = ask(() => (number === 1 ? Promise.resolve(1) : Promise.reject(refusal)));
    await settle();
    number = 2;
    await settle();
    expect(shown(answer)).toEqual([null, true]);
    number = 1;
    await settle();
    expect(shown(answer)).toEqual([1, false]);
  });

  it('does not stay when another question fails only when it is asked again', async () => {
    let number = $state(1);
    const never = new Promise<number>(() => undefined);
    let second: Promise<number> = never;
    const answer = ask(() => (number === 1 ? Promise.resolve(1) : second));
    await settle();
    number = 2;
    await settle();
    second = Promise.reject(refusal);
    answer.askAgain();
    await settle();
    expect(shown(answer)).toEqual([null, true]);
  });

  it('stays when the same question fails', async () => {
    let fails = false;
    const answer = ask(() => (fails ? Promise.reject(refusal) : Promise.resolve(1)));
    await settle();
    fails = true;
    answer.askAgain();
    await settle();
    expect(shown(answer)).toEqual([1, true]);
  });

  it('is empty when there is nothing to ask', async () => {
    let isAsked = $state(true);
    const answer = ask(() => (isAsked ? Promise.resolve(1) : null));
    await settle();
    isAsked = false;
    await settle();
    expect(shown(answer)).toEqual([null, false]);
  });
});
