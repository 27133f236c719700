import type { Remark } from "./Remark";
export type Asked = { question: Remark, answers: Array<Remark>, settled: boolean, };
