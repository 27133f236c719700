import { describe, expect, it } from 'vitest';
import { readPartial, writtenPartial } from './partial-date';

describe('a partly known date', () => {
  it('is stored exactly as precisely as it was written', () => {
    expect(readPartial('1981')).toBe('1981');
    expect(readPartial(' 5-1981 ')).toBe('1981-05');
    expect(readPartial('24-5-1981')).toBe('1981-05-24');
    expect(readPartial('24/05/1981')).toBe('1981-05-24');
    expect(readPartial('1981-05')).toBe('1981-05');
    expect(readPartial('')).toBe('');
  });

  it('may be about a year', () => {
    for (const text of ['~1981', '±1981', 'ca. 1981', 'rond 1981', 'about 1981'])
      expect(readPartial(text), text).toBe('~1981');
  });

  it('is refused if the calendar has no such day', () => {
    for (const text of ['81', '31-2-1981', '1981-13', '1-2-3-1981', 'gisteren', '0000', '5-198', '1981-005'])
      expect(readPartial(text), text).toBeNull();
  });

  it('is shown as people write it', () => {
    expect(writtenPartial('1981-05-24')).toBe('24-5-1981');
    expect(writtenPartial('~1981')).toBe('±1981');
    for (const date of ['1981', '1981-05', '1981-05-24', '~1981', '0987'])
      expect(readPartial(writtenPartial(date).padStart(4, '0'))).toBe(date);
  });
});
