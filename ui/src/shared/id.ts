// Ids in the format of crates/dossier/src/id.rs: a letter, a hyphen, and eighty random bits in Crockford's
// base 32.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Creates an id of 16 digits, each of five random bits. */
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
