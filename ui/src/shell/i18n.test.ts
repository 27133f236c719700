import { afterEach, describe, expect, it } from 'vitest';
import { say, speak } from './i18n.svelte';

// The language stands on the document too, which there is none of here.
Object.assign(globalThis, { document: { documentElement: {} } });
afterEach(() => speak('nl'));

describe('what Rust has to say', () => {
  it('chooses between none, one and more by its count', () => {
    const carer = (count: string) => say({ id: 'finding-carer', args: { name: 'Joris', kinds: '3', count } });
    expect(carer('0')).toBe('Joris draagt veel: 3 van de 5 soorten steun. Anderen geven die ook.');
    expect(carer('1')).toContain('Eén soort geeft niemand anders.');
    expect(carer('2')).toContain('2 soorten geeft niemand anders.');
  });

  it('does so in English too', () => {
    speak('en');
    expect(say({ id: 'finding-near', args: { count: '1', whole: '4' } })).toContain('1 of the 4 lives near');
  });

  it('leaves digits as they are where they count nothing', () => {
    const says = say({ id: 'error-no-such-moment', args: { name: '1000' } });
    expect(says).toContain('“1000”');
  });
});
