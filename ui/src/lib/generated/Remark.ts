import type { Said } from "./Said";
export type Remark = { id: string, words: string, said: Said | null, };
