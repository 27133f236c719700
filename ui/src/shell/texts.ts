// The message files, one a subject, joined to one text a language.
const nl = import.meta.glob<string>('../../messages/nl/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const en = import.meta.glob<string>('../../messages/en/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const joined = (files: Record<string, string>) => Object.values(files).join('\n');

/** All messages of each language. */
export const texts: Record<'nl' | 'en', string> = { nl: joined(nl), en: joined(en) };
