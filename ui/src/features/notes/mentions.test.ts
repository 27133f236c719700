import { describe, expect, it } from 'vitest';
import { asked, beginning, mentioned, named } from './mentions';

const members = [
  { id: 'p-1', name: 'Fatima' },
  { id: 'p-2', name: 'Zoë de Wit' },
  { id: 'p-3', name: 'Zoë' },
  { id: 'o-1', name: 'Koor De Merel' },
];
const ids = (text: string) => mentioned(text, members).map((member) => member.id);

describe('mentions in a text', () => {
  it('find the members of the map, each once, whatever capitals and accents', () => {
    expect(ids('Koffie met @fatima en @Fatima; @KOOR DE MEREL belde.')).toEqual(['p-1', 'o-1']);
    expect(ids('@Zoe de Wit kwam.')).toEqual(['p-2']);
    expect(ids('@Zoë kwam.')).toEqual(['p-3']);
  });

  it('are not found in addresses, in longer names, or without the @', () => {
    expect(ids('fatima@fatima.nl, @Fatimaatje, Fatima')).toEqual([]);
  });

  it('are recognised while they are typed', () => {
    expect(asked('Met @fa', 7)).toEqual({ from: 4, typed: 'fa' });
    expect(asked('@', 1)).toEqual({ from: 0, typed: '' });
    expect(asked('mail@fa', 7)).toBeNull();
    expect(asked('@Fatima\nen', 10)).toBeNull();
    expect(beginning(members, 'me').map((member) => member.id)).toEqual(['o-1']);
    expect(beginning(members, 'zo').map((member) => member.id)).toEqual(['p-3', 'p-2']);
  });

  it('replace the typed text by the name', () => {
    expect(named('Met @fa koffie', { from: 4, typed: 'fa' }, 'Fatima')).toEqual({
      text: 'Met @Fatima koffie',
      cursor: 12,
    });
    expect(named('@', { from: 0, typed: '' }, 'Zoë')).toEqual({ text: '@Zoë ', cursor: 5 });
  });
});
