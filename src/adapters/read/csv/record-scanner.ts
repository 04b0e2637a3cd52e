import { countLineBreaks } from '../line-breaks.js';
import { MAX_COLUMNS } from '../sheet-limits.js';

/** The record goes on behind the bytes at hand. */
export const INCOMPLETE = -1;
/** A closing quote is followed by something else than a delimiter or a line end. */
export const LOOSE_QUOTE = -2;
/** More cells than a sheet can have. */
export const TOO_WIDE = -3;

/** Bytes behind the end of the data that must be zero: the loops stop there, and looking ahead finds nothing. */
export const SENTINEL_BYTES = 4;

/** The bytes of a number of four, one by one: 1 each, 35 each (one more than the quote), the highest bit of each. */
const ONES = 0x01010101;
const BELOW_OR_QUOTE = 35 * ONES;
const HIGH_BITS = 0x80808080 | 0;

const QUOTE = 34;
const BLANK = 32;
const LF = 10;
const CR = 13;

/**
 * Scans one record of separated text at a time, in place: where each cell begins and ends, its quotes left out. Works
 * on bytes of UTF-8 and GB18030 alike: no byte of a longer character equals a delimiter below `0`, `;` or `:`, a quote
 * or a line end in either (a file with `|` in GB18030 is decoded first). Each inner loop compares four bytes at a time,
 * then one, with one bound, below which all special bytes lie, and ends at the zero bytes behind the data.
 */
export class RecordScanner {
  /** Where each cell's content begins and ends. */
  readonly from = new Int32Array(MAX_COLUMNS + 1);
  readonly to = new Int32Array(MAX_COLUMNS + 1);
  /** 1 where a cell holds doubled quotes. */
  readonly doubled = new Uint8Array(MAX_COLUMNS + 1);
  /** Cells of the record. */
  cells = 0;
  /** Physical lines that end inside the record and at its end. */
  breaks = 0;
  /** The record ends with the data and not with a line end. */
  unended = false;
  /** The record holds a zero byte. */
  nul = false;
  readonly #bound: number;
  /** The same as `bytes`, for looking at four of them at once. */
  #view: DataView = new DataView(new ArrayBuffer(0));
  #viewed: Uint8Array | null = null;

  /** `delimiter`: its byte. */
  constructor(readonly delimiter: number) {
    this.#bound = Math.max(delimiter, CR);
  }

  /**
   * The position after the record that starts at `start`, or one of the codes above. `end`: where the data ends, zero
   * bytes behind it; `final`: nothing follows.
   */
  scan(bytes: Uint8Array, start: number, end: number, final: boolean): number {
    const { from, to, doubled, delimiter } = this;
    const bound = this.#bound;
    const view = this.#viewOf(bytes);
    const above = (bound + 1) * ONES;
    let cell = 0;
    let at = start;
    let lines = false;
    let nul = false;
    let close: number;
    for (;;) {
      let pairs = 0;
      if (bytes[at] === QUOTE && at < end) {
        const first = ++at;
        for (;;) {
          for (let four = view.getInt32(at, true); ((four - BELOW_OR_QUOTE) & ~four & HIGH_BITS) === 0; ) {
            at += 4;
            four = view.getInt32(at, true);
          }
          while (bytes[at]! > QUOTE) at++;
          const byte = bytes[at]!;
          if (byte === BLANK) {
            at++;
            continue;
          }
          if (byte === QUOTE) {
            if (bytes[at + 1] !== QUOTE) break;
            pairs = 1;
            at += 2;
            continue;
          }
          if (at >= end) return INCOMPLETE;
          if (byte === LF || byte === CR) lines = true;
          else if (byte === 0) nul = true;
          at++;
        }
        from[cell] = first;
        close = at++;
        if (at >= end && !final) return INCOMPLETE;
      } else {
        from[cell] = at;
        for (;;) {
          for (let four = view.getInt32(at, true); ((four - above) & ~four & HIGH_BITS) === 0; ) {
            at += 4;
            four = view.getInt32(at, true);
          }
          while (bytes[at]! > bound) at++;
          const byte = bytes[at]!;
          if (byte === delimiter || byte === LF || byte === CR) break;
          if (byte === 0) {
            if (at >= end) break;
            nul = true;
          }
          at++;
        }
        close = at;
      }
      to[cell] = close;
      doubled[cell] = pairs;
      cell++;
      if (bytes[at] !== delimiter || at >= end) break;
      if (cell > MAX_COLUMNS) return TOO_WIDE;
      at++;
    }
    const after = lineEnd(bytes, at, end, final);
    if (after < 0) return after;
    this.cells = cell;
    this.nul = nul;
    this.unended = after === at;
    this.breaks = lines ? countLineBreaks(bytes, start, after) : after === at ? 0 : 1;
    return after;
  }

  #viewOf(bytes: Uint8Array): DataView {
    if (this.#viewed === bytes) return this.#view;
    this.#viewed = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return this.#view;
  }
}

/** The position after the line end that stands here: LF, CRLF, CR or CRCRLF. */
function lineEnd(bytes: Uint8Array, at: number, end: number, final: boolean): number {
  if (at >= end) return final ? end : INCOMPLETE;
  if (bytes[at] === LF) return at + 1;
  if (bytes[at] !== CR) return LOOSE_QUOTE;
  if (bytes[at + 1] === LF) return at + 2;
  if (at + 2 >= end && !final) return INCOMPLETE;
  return bytes[at + 1] === CR && bytes[at + 2] === LF ? at + 3 : at + 1;
}
