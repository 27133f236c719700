import { describe, expect, it } from 'vitest';
import type { Figures } from '$generated/Figures';
import { asRows } from './words';

const figures = (clients: number | null, own_clients: number): Figures => ({
  today: '2026-11-25',
  clients,
  own_clients,
  tables: [],
  means: [],
  unread: 0,
});

describe('the table of figures for others', () => {
  it('has the number of clients from five on', () => {
    expect(asRows(figures(17, 17)).flat()).toContain('17');
  });

  it('does not have the number of few clients, which only their coach sees', () => {
    expect(asRows(figures(null, 4)).flat()).not.toContain('4');
  });
});
