// What stands around a note, as a sentence.
import { methods } from '../generated/choices';
import type { Note } from '../generated/Note';
import type { Profile } from '../generated/Profile';
import { choice, day, t } from '../i18n.svelte';
import { stepOf } from '../step';

/** The steps of the method that a dossier follows, each with its name. */
export function stepsOf(profile: Pick<Profile, 'method' | 'step'>): { step: string; name: string }[] {
  const { method } = stepOf(profile);
  const steps: string[] = methods.find((one) => one.name === method)?.phases.flatMap((phase) => [...phase.steps]) ?? [];
  return steps.map((step) => ({ step, name: t(`step-${method}-${step}`) }));
}

/** The name of a note's step; a step of another method than the dossier follows now keeps its name. */
export function stepName(profile: Pick<Profile, 'method' | 'step'>, step: string): string {
  const here = stepsOf(profile).find((one) => one.step === step);
  if (here) return here.name;
  for (const { name } of methods) {
    const id = `step-${name}-${step}`;
    if (t(id) !== id) return t(id);
  }
  return step;
}

/** “Bezoek op 25 november 2026, 45 minuten, met Fatima, bij de stap Netwerk in kaart.” */
export function aboutTalk(note: Note, profile: Pick<Profile, 'method' | 'step'>): string {
  const begin = note.kind ? choice('note', note.kind) : t('talk');
  const parts = [note.day ? t('talk-on', { what: begin, day: day(note.day) }) : begin];
  if (note.minutes !== null) parts.push(t('talk-minutes', { count: note.minutes }));
  if (note.present?.trim()) parts.push(t('talk-with', { who: note.present.trim() }));
  if (note.step) parts.push(t('talk-step', { step: stepName(profile, note.step) }));
  return `${parts.join(', ')}.`;
}
