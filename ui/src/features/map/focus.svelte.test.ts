import { describe, expect, it } from 'vitest';
import type { DrawnTie } from './drawn-tie';
import { Focus } from './focus.svelte';
import { CLIENT } from './view';

const tie = (id: string, a: string, b: string) => ({ id, a, b }) as DrawnTie;

/** Anna is to the right of the client, and Bram to the right of Anna. */
function onMap() {
  const everybody = new Map([
    [CLIENT, { x: 0, y: 0 }],
    ['Anna', { x: 100, y: 0 }],
    ['Bram', { x: 200, y: 0 }],
  ]);
  const elements = {
    told: [] as string[],
    focusedTie: null as string | null,
    focusMember(id: string) {
      this.focusedTie = null;
      this.told.push(id);
    },
    focusTie(id: string) {
      this.focusedTie = id;
    },
  };
  const shown: number[] = [];
  const ties = [tie('client-Anna', CLIENT, 'Anna'), tie('t', 'Anna', 'Bram')];
  const focus = new Focus({ everybody, ties }, { include: ({ x }) => void shown.push(x) }, elements);
  return { focus, elements, everybody, shown };
}

describe('the focus on the map', () => {
  it('begins at the client and walks to whoever is next, who comes into view', () => {
    const { focus, elements, shown } = onMap();
    focus.to(focus.next('ArrowRight'));
    focus.to(focus.next('ArrowRight'));
    expect(focus.id).toBe('Bram');
    expect(elements.told).toEqual(['Anna', 'Bram']);
    expect(shown).toEqual([100, 200]);
  });

  it('walks the ties of one member round, and crosses to the other end', () => {
    const { focus, elements } = onMap();
    focus.to('Anna');
    for (const id of ['client-Anna', 't', 'client-Anna']) {
      expect(focus.followTies()).toBe(true);
      expect(elements.focusedTie).toBe(id);
    }
    expect(focus.otherEnd).toBe(CLIENT);
    focus.followTies();
    expect(focus.otherEnd).toBe('Bram');
  });

  it('has no other end while no tie has the focus', () => {
    expect(onMap().focus.otherEnd).toBe('');
  });

  it('stays where nobody has a tie', () => {
    const { focus, everybody } = onMap();
    everybody.set('Cor', { x: 300, y: 0 });
    focus.to('Cor');
    expect(focus.followTies()).toBe(false);
  });

  it('moves on from a member who is no longer drawn', () => {
    const { focus, everybody } = onMap();
    focus.to('Anna');
    focus.ensureDrawn();
    expect(focus.id).toBe('Anna');
    everybody.delete('Anna');
    focus.ensureDrawn();
    expect(focus.id).toBe(CLIENT);
  });
});
