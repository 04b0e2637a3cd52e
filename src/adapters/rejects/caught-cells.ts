import { resizedTo } from '../../util/resized-to.js';

/** A cell as it stands in the file; null = blank. */
export type RawCell = string | number | null;

/**
 * The cells of one row while it is read. Nearly all rows are not wanted, which is known at their end only: texts are
 * copied into one piece of memory, and are made strings of when somebody wants them.
 */
export class CaughtCells {
  readonly #cells: RawCell[];
  #arena = new Uint8Array(4096);
  #used = 0;
  /** Where the text of a column lies in the arena; `to` = 0: it has none. */
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  /** Index of a workbook's string by column, −1 = none. */
  readonly #shared: Int32Array;
  isShared = false;

  constructor(width: number) {
    this.#cells = new Array<RawCell>(width).fill(null);
    this.#from = new Int32Array(width);
    this.#to = new Int32Array(width);
    this.#shared = new Int32Array(width).fill(-1);
  }

  put(column: number, cell: RawCell): void {
    this.#cells[column] = cell;
  }

  /** The bytes are valid during the call only. */
  bytes(column: number, bytes: Uint8Array, from: number, to: number): void {
    const end = this.#used + to - from;
    if (end > this.#arena.length) this.#arena = resizedTo(this.#arena, end * 2, Uint8Array);
    for (let at = from, into = this.#used; at < to; at++, into++) this.#arena[into] = bytes[at]!;
    this.#from[column] = this.#used;
    this.#to[column] = end;
    this.#used = end;
  }

  share(column: number, index: number): void {
    this.#shared[column] = index;
    this.isShared = true;
  }

  clear(): void {
    this.#cells.fill(null);
    this.#to.fill(0);
    this.#used = 0;
    if (this.isShared) this.#shared.fill(-1);
    this.isShared = false;
  }

  /** The cells; strings of the workbook's table are still blank. */
  decoded(decoder: InstanceType<typeof TextDecoder>): RawCell[] {
    return this.#cells.map((cell, column) => {
      const to = this.#to[column]!;
      return to === 0 ? cell : decoder.decode(this.#arena.subarray(this.#from[column]!, to));
    });
  }

  /** Indexes into the workbook's table by column, −1 = none. */
  shared(): Int32Array {
    return this.#shared.slice();
  }
}
