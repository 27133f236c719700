import type { TimeCard } from "./TimeCard";
export type CourseCard = { instrument: string, times: Array<TimeCard>, };
