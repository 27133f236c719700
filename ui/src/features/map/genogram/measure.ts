// The measure of a genogram that is easy to read, in units of the map.

/** The radius of a mark. */
export const MARK = 32;
/** The distance between the middles of neighbours in a row, with room for a name under each. */
export const COLUMN = 164;
/**
 * The distance between two rows, with room for the line of a couple, its dates and the line of the children.
 */
export const ROW = 262;
