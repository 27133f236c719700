// The end of a goal and of an action.

const ENDS = ['reached', 'let_go', 'done', 'dropped'];

/** Returns whether a goal or an action with this status is over. */
export const isOver = ({ status }: { status: string | null }): boolean => ENDS.includes(status ?? '');
