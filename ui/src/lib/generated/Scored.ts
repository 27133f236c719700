import type { Outcome } from "./Outcome";
export type Scored = { missing: Array<string>, outcome: Outcome | null, };
