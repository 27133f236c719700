// The comfortable measure of a genogram, in units of the map.

/** The radius of a mark. */
export const MARK = 32;
/** Between the middles of neighbours in a row, with room for a name under each. */
export const COLUMN = 164;
/** Between two rows, with room for the line of a couple, its dates and the line of the children. */
export const ROW = 262;
