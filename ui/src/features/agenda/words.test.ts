import { describe, expect, it } from 'vitest';
import { shownIn } from '$shell/dossier-tabs';
import { placeOf } from './words';

describe('a line of the agenda', () => {
  it.each([
    ['action', 'a-1', 'plan'],
    ['check_in', 'c-1', 'plan'],
    ['contact', 'n-1', 'logbook'],
  ] as const)('about a %s opens the record %s, in the tab that shows it', (kind, record, tab) => {
    const place = placeOf({ kind, record });
    expect(place).toMatchObject({ place: 'record', id: record });
    expect(shownIn(place).tab).toBe(tab);
  });
});
