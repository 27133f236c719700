import type { Message } from "./Message"; import type { Scored } from "./Scored";
export type TimeCard = { says: Message, asks: Message, id: string, day: string | null, moment: string | null, answers: string, scored: Scored | null, };
