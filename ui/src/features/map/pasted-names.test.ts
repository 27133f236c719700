import { describe, expect, it } from 'vitest';
import { compared, namesIn } from './pasted-names';

describe('a text that is pasted into the field of a name', () => {
  it('is a name for each line, without the marks of a list', () => {
    const list = 'Jan de Wit\r\n- Fatima El Amrani\n• Els,\n\n 3. Buurman  Ko \n☐ Wilma\r12) Joop';
    expect(namesIn(list)).toEqual(['Jan de Wit', 'Fatima El Amrani', 'Els', 'Buurman Ko', 'Wilma', 'Joop']);
  });

  it('is a name for each cell of one row', () => {
    expect(namesIn('Jan\tFatima\tEls')).toEqual(['Jan', 'Fatima', 'Els']);
    expect(namesIn('Jan; Fatima; Els')).toEqual(['Jan', 'Fatima', 'Els']);
  });

  it('is one name where a comma or a hyphen stands inside it', () => {
    expect(namesIn('Wit, Anna de')).toEqual(['Wit, Anna de']);
    expect(namesIn('Anne-Marie van Dam-Smit\n')).toEqual(['Anne-Marie van Dam-Smit']);
    expect(namesIn('2e buurvrouw')).toEqual(['2e buurvrouw']);
  });

  it('names nobody twice', () => {
    expect(namesIn('Jan\njan\nJAN ')).toEqual(['Jan']);
  });

  it('has nobody in it when there is nothing', () => {
    expect(namesIn(' \n\t\n')).toEqual([]);
  });

  it('tells who is on the map already', () => {
    expect(compared(['Zoë', 'Jan'], [{ name: 'zoe' }])).toEqual([
      { name: 'Zoë', isHere: true },
      { name: 'Jan', isHere: false },
    ]);
  });
});
