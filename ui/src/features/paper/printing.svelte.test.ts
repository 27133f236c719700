import { describe, expect, it } from 'vitest';
import { Printing } from './printing.svelte';

describe('printing', () => {
  it('shows the files of a paper only under that paper', async () => {
    const printing = new Printing();
    await printing.run((paper) => Promise.resolve([`${paper}.pdf`]));
    expect(printing.files).toEqual(['plan.pdf']);
    printing.paper = 'handover';
    expect(printing.files).toEqual([]);
    printing.paper = 'plan';
    expect(printing.files).toEqual(['plan.pdf']);
  });

  it('shows a problem only under the paper that has it', async () => {
    const printing = new Printing();
    await printing.run(() => Promise.reject(new Error('the disk is full')));
    expect(printing.problem).toContain('the disk is full');
    printing.paper = 'copy';
    expect(printing.problem).toBe('');
  });

  it('forgets the files of a paper as soon as it is printed again', async () => {
    const printing = new Printing();
    await printing.run(() => Promise.resolve(['plan.pdf']));
    const again = printing.run(() => Promise.resolve(['plan 2.pdf']));
    expect([printing.files, printing.busy]).toEqual([[], true]);
    await again;
    expect(printing.files).toEqual(['plan 2.pdf']);
  });
});
