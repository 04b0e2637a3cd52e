import { BLANK_CELL, type StagedColumn } from './staged-column.js';

/** More than one column uses the string, so its bytes are kept. */
const SEVERAL = 255;
const LENGTH_BYTES = 4;

/**
 * The strings of a workbook's own table while rows wait for them: which column each is for, and once it is known what
 * it is there. A string of one column, as nearly all are, is parsed when it arrives and not kept: 10 bytes a string.
 */
export class PendingStrings {
  /** By string: 0 nobody's, 1 + position of its column, or SEVERAL. */
  #owners = new Uint8Array(1024);
  /** 1 + the largest of them. */
  #end = 0;
  #states = new Uint8Array(0);
  /** The staged value, or where in the arena the string stands. */
  #values = new Float64Array(0);
  #arena = new Uint8Array(1024);
  #used = 0;
  /** Texts of bad cells, kept only when they are to be shown. */
  readonly #shown = new Map<number, string>();

  constructor(private readonly columns: readonly StagedColumn[]) {}

  /** A cell of a column is this string. All are claimed before the first arrives. */
  claim(index: number, column: number): void {
    if (index >= this.#end) this.#end = index + 1;
    if (index >= this.#owners.length) {
      const owners = new Uint8Array(Math.max(index + 1, this.#owners.length * 2));
      owners.set(this.#owners);
      this.#owners = owners;
    }
    const owner = this.#owners[index]!;
    const own = column + 1;
    if (owner === 0) this.#owners[index] = own < SEVERAL ? own : SEVERAL;
    else if (owner !== own) this.#owners[index] = SEVERAL;
  }

  /** The bytes of a string. No row may be staged meanwhile: the first place of its column is used for parsing. */
  arrive(index: number, bytes: Uint8Array, from: number, to: number): void {
    const owner = this.#owners[index] ?? 0;
    if (owner === 0) return;
    if (this.#values.length === 0) {
      this.#states = new Uint8Array(this.#end);
      this.#values = new Float64Array(this.#end);
    }
    const column = this.columns[owner - 1];
    if (owner === SEVERAL || column === undefined) {
      this.#values[index] = this.#keep(bytes, from, to);
      return;
    }
    column.states[0] = BLANK_CELL;
    column.text(0, bytes, from, to);
    column.settle?.();
    this.#states[index] = column.states[0]!;
    this.#values[index] = column.values[0]!;
    const shown = column.shown?.get(0);
    if (shown === undefined) return;
    this.#shown.set(index, shown);
    column.shown?.clear();
  }

  /** Puts what a string is into a row of a column. */
  put(column: StagedColumn, row: number, index: number): void {
    column.states[row] = BLANK_CELL;
    if (index >= this.#values.length) return;
    if (this.#owners[index] === SEVERAL) {
      const start = this.#values[index]! + LENGTH_BYTES;
      column.text(row, this.#arena, start, start + this.#lengthAt(start - LENGTH_BYTES));
      return;
    }
    column.states[row] = this.#states[index]!;
    column.values[row] = this.#values[index]!;
    const shown = this.#shown.get(index);
    if (shown !== undefined) column.shown?.set(row, shown);
  }

  #keep(bytes: Uint8Array, from: number, to: number): number {
    const start = this.#used;
    const length = to - from;
    const end = start + LENGTH_BYTES + length;
    if (end > this.#arena.length) {
      const arena = new Uint8Array(Math.max(end, this.#arena.length * 2));
      arena.set(this.#arena.subarray(0, start));
      this.#arena = arena;
    }
    for (let byte = 0; byte < LENGTH_BYTES; byte++) this.#arena[start + byte] = length >>> (8 * byte);
    this.#arena.set(bytes.subarray(from, to), start + LENGTH_BYTES);
    this.#used = end;
    return start;
  }

  #lengthAt(at: number): number {
    const [a, b, c, d] = [this.#arena[at]!, this.#arena[at + 1]!, this.#arena[at + 2]!, this.#arena[at + 3]!];
    return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
  }
}
