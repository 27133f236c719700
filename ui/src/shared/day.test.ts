import { describe, expect, it } from 'vitest';
import { read, today, written } from './day';

describe('a day', () => {
  it('is read as people write it', () => {
    for (const text of ['3-5-2026', '03-05-2026', '3/5/2026', '3.5.26', ' 3 5 2026 '])
      expect(read(text)).toBe('2026-05-03');
    expect(read('')).toBe('');
  });

  it('is refused if it does not exist', () => {
    for (const text of ['31-2-2026', '13-13-2026', 'volgende week', '2026', '1-1-0026'])
      expect(read(text)).toBeNull();
  });

  it('is shown in the form in which it is read', () => {
    expect(read(written('2026-11-24'))).toBe('2026-11-24');
    expect(today(new Date(2026, 0, 9))).toBe('2026-01-09');
  });
});
