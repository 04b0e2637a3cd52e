import type { CellBlock } from '../cell-block.js';
import type { ReaderProblem } from '../sheet.js';

/** The cells of a row as places in bytes: quotes around them left out, doubled quotes inside still doubled. */
export interface CellPlaces {
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 1 where a cell holds doubled quotes. */
  readonly doubled: Uint8Array;
}

/** Takes the rows of a text file in order. Bytes and places are valid only during the call. */
export interface RowTarget {
  /** Wants no more rows. */
  readonly done: boolean;
  /** How many rows it takes at once with `block`; 0 where it wants them one by one. */
  readonly room: number;
  row(bytes: Uint8Array, places: CellPlaces, cells: number, filled: number, line: number): void;
  /** Many rows, all of them as they should be. */
  block(block: CellBlock): void;
  bad(line: number, problem: ReaderProblem): void;
  /** A row without content was passed over. */
  blank(): void;
  /** Quoting that is not as it should be was read as it stands, from this line on. */
  loose(line: number): void;
}

/** Text with doubled quotes made single, in one piece of memory used again and again. */
export class Unquoted {
  bytes: Uint8Array = new Uint8Array(256);

  /** Fills `bytes` and gives the length. */
  fill(source: Uint8Array, from: number, to: number): number {
    if (to - from > this.bytes.length) this.bytes = new Uint8Array((to - from) * 2);
    let length = 0;
    for (let at = from; at < to; at++) {
      const byte = source[at]!;
      this.bytes[length++] = byte;
      if (byte === 34) at++;
    }
    return length;
  }
}
