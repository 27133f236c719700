// Texts to begin a note with. The message files have them as `template-<name>-text`.
import type { NoteKind } from '$generated/NoteKind';

export type Template = { name: string; kind: NoteKind };

export const TEMPLATES: readonly Template[] = [
  { name: 'acquaintance', kind: 'visit' },
  { name: 'visit', kind: 'visit' },
  { name: 'call', kind: 'call' },
  { name: 'evaluation', kind: 'visit' },
];
