// Shared and private notes in one list.
import type { NoteCard } from '$generated/NoteCard';
import type { PrivateCard } from '$generated/PrivateCard';

export type Listed = {
  id: string;
  private: boolean;
  day: string | null;
  kind: string | null;
  title: string;
  excerpt: string;
};

/** Returns all notes, newest first. On each day the shared notes come first, in their own order. */
export function listed(shared: readonly NoteCard[], own: readonly PrivateCard[]): Listed[] {
  const all: Listed[] = shared.map(({ note, excerpt }) => ({
    id: note.id,
    private: false,
    day: note.day,
    kind: note.kind,
    title: note.title ?? '',
    excerpt,
  }));
  all.push(
    ...own.map(({ id, day, excerpt }) => ({ id, private: true, day, kind: null, title: '', excerpt })),
  );
  return all.sort((a, b) => (b.day ?? '').localeCompare(a.day ?? ''));
}
