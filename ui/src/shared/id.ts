// Ids as crates/dossier/src/id.rs has them: a letter, a hyphen, eighty random bits in Crockford's base 32.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Makes a new id; 16 digits of five random bits each. */
export function newId(
  prefix:
    | 'p'
    | 'o'
    | 't'
    | 'g'
    | 'a'
    | 'n'
    | 'm'
    | 'w'
    | 's'
    | 'k'
    | 'l'
    | 'b'
    | 'h'
    | 'r'
    | 'v'
    | 'i'
    | 'q'
    | 'e'
    | 'u',
): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `${prefix}-${Array.from(bytes, (byte) => ALPHABET[byte & 31]).join('')}`;
}
