// Joins the message files of each language, one per subject, to one text.
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

/** All messages, by language. */
export const texts: Record<'nl' | 'en', string> = { nl: joined(nl), en: joined(en) };
