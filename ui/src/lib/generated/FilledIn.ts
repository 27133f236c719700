import type { Scored } from "./Scored";
export type FilledIn = { id: string, day: string | null, moment: string | null, answers: string, scored: Scored | null, };
