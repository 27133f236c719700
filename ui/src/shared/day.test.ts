import { describe, expect, it } from 'vitest';
import { inWords, read, today, written } from './day';

/** Tuesday 1 December 2026, in the evening. */
const NOW = new Date(2026, 11, 1, 21, 30);

describe('a day', () => {
  it('is read as people write it', () => {
    for (const text of [
      '3-5-2026',
      '03-05-2026',
      '3/5/2026',
      '3.5.26',
      ' 3 5 2026 ',
      '3 mei 2026',
      '3 May 2026',
    ])
      expect(read(text)).toBe('2026-05-03');
    expect(read('')).toBe('');
  });

  it('is read without its year', () => {
    for (const text of ['3 dec', '3 december', '3-12', '3/12', '3 Dec', 'Dec 3', 'do 3 dec'])
      expect(read(text, 'coming', NOW), text).toBe('2026-12-03');
    expect(read('3-1', 'coming', NOW)).toBe('2027-01-03');
    expect(read('28-11', 'coming', NOW)).toBe('2027-11-28');
    expect(read('28-11', 'nearest', NOW)).toBe('2026-11-28');
    expect(read('3-1', 'nearest', NOW)).toBe('2027-01-03');
    expect(read('29-2', 'coming', NOW)).toBe('2028-02-29');
  });

  it('is read in words', () => {
    const days = {
      vandaag: '2026-12-01',
      today: '2026-12-01',
      morgen: '2026-12-02',
      Morgen: '2026-12-02',
      tomorrow: '2026-12-02',
      overmorgen: '2026-12-03',
      gisteren: '2026-11-30',
      yesterday: '2026-11-30',
      eergisteren: '2026-11-29',
      'volgende week dinsdag': '2026-12-08',
      'dinsdag volgende week': '2026-12-08',
      'next Tuesday': '2026-12-08',
      'over 3 weken': '2026-12-22',
      'over drie weken': '2026-12-22',
      'in 3 weeks': '2026-12-22',
      'over een maand': '2027-01-01',
      'komende vrijdag': '2026-12-04',
      'afgelopen vrijdag': '2026-11-27',
      'last Friday': '2026-11-27',
      '2 weken geleden': '2026-11-17',
    };
    for (const [text, day] of Object.entries(days))
      for (const side of ['coming', 'nearest'] as const)
        expect(read(text, side, NOW), `${text} ${side}`).toBe(day);
  });

  it('is refused if it does not exist or is not one day', () => {
    const texts = [
      '31-2-2026',
      '31-2',
      '13-13-2026',
      'volgende week',
      'next month',
      '2026',
      '1-1-0026',
      'december',
      '12',
      'bel Anna morgen',
      'morgen of overmorgen',
      '3 dec om 14 uur',
      'maandag tot vrijdag',
    ];
    for (const text of texts) expect(read(text, 'nearest', NOW), text).toBeNull();
  });

  it('is shown in the form in which it is read, and in words', () => {
    expect(read(written('2026-11-24'))).toBe('2026-11-24');
    expect(today(new Date(2026, 0, 9))).toBe('2026-01-09');
    expect(inWords('2026-12-03', 'nl')).toBe('donderdag 3 december 2026');
    expect(inWords('2026-12-03', 'en')).toMatch(/^Thursday,? 3 December 2026$/);
    expect(inWords('', 'nl')).toBe('');
  });
});
