import { afterEach, describe, expect, it } from 'vitest';
import { say, setLanguage } from './i18n.svelte';

// The language is also set on the document, and this test has no document.
Object.assign(globalThis, { document: { documentElement: {} } });
afterEach(() => setLanguage('nl'));

describe('messages from Rust', () => {
  it('choose between none, one and more by their count', () => {
    const carer = (count: string) =>
      say({ id: 'finding-carer', args: { name: 'Joris', kinds: '3', all: '5', count } });
    expect(carer('0')).toBe('Joris draagt veel: 3 van de 5 soorten steun. Anderen geven die ook.');
    expect(carer('1')).toContain('Eén soort geeft niemand anders.');
    expect(carer('2')).toContain('2 soorten geeft niemand anders.');
  });

  it('choose by their count in English too', () => {
    setLanguage('en');
    expect(say({ id: 'finding-near', args: { count: '1', whole: '4' } })).toContain('1 of the 4 lives near');
  });

  it('leave digits as they are in arguments that are not counts', () => {
    const says = say({ id: 'error-no-such-moment', args: { name: '1000' } });
    expect(says).toContain('“1000”');
  });
});
