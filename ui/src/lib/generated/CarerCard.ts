import type { CourseCard } from "./CourseCard"; import type { Hand } from "./Hand";
export type CarerCard = { person: string | null, name: string, roles: Array<string>, gives: Array<string>, hand: Hand | null, courses: Array<CourseCard>, };
