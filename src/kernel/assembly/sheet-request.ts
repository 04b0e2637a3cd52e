// What `scanRows` is asked and answers: where each number stands in its request, in bytes. Read by both sides.

/** In and out: where the scan begins, and where it stopped. */
export const AT = 0;
/** No byte from here on belongs to a row. */
export const LIMIT = 4;
/** In and out: the number of the row scanned last. */
export const LINE = 8;
/** Rows there is room for in each column. */
export const ROOM = 12;
/** Out: rows with content. */
export const ROWS = 16;
/** Out: rows passed over that hold values and none with content. */
export const BLANK = 20;
/** In and out: the largest index of a shared string met, −1 at first, and its column and row. */
export const LAST_STRING = 24;
export const LAST_COLUMN = 28;
export const LAST_LINE = 32;
/** Indexes of shared strings are smaller. */
export const STRINGS = 36;
/** Of so many shared strings `BLANKS` tells which have no content (1); of the others 1 here says they have none. */
export const KNOWN = 40;
export const COMPLETE = 44;
export const BLANKS = 48;
/** How many styles there are, and where each is marked that shows a date (1). */
export const STYLES = 52;
export const DATES = 56;
/** `WANTED` has a number of 16 bits for so many columns: 0 not wanted, else 1 + its place among the `PLACES` wanted. */
export const COLUMNS = 60;
export const WANTED = 64;
export const PLACES = 68;
/** Out: 32 bits for each row. Its number, 1 + its last column with a value, 1 + its last column with content. */
export const LINES = 72;
export const WIDTHS = 76;
export const FILLED = 80;
/** Out: what each wanted cell is, a byte each, column by column with `ROOM` in each; 0: blank or not there. */
export const KINDS = 84;
/** Out, in the same places, 64 bits each: a number, or where another value begins and ends. */
export const CELLS = 88;
/** Out, in the same places, 32 bits each: where a text begins and ends of which every byte stands for itself; else 0. */
export const STARTS = 92;
export const ENDS = 96;
/** Out, in the same places, 32 bits each: 1 + index of a shared string; else 0. */
export const INDEXES = 112;
/** Out, 32 bits for each wanted column: the bit 1 << kind for each kind of cell there may be in it. */
export const MASKS = 100;
/** In and out: cells scanned so far. */
export const SCANNED = 104;
/** Most rows to scan. */
export const MOST = 108;
/** Where the texts of the `KNOWN` shared strings begin and end, 32 bits each; 0: not known, `INDEXES` tells which they are. */
export const SPANS = 116;
/** Bytes of a request. */
export const REQUEST = 120;

/** Why a scan stopped: no row begins there … */
export const NO_ROW = 0;
/** … there is no room for more rows … */
export const NO_ROOM = 1;
/** … or the next row is written otherwise than most. */
export const UNUSUAL = 2;
