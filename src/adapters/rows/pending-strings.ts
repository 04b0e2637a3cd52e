import type { CellBlock } from '../read/cell-block.js';
import { BLANK_CELL, BLOCK, CELL, PENDING_CELL, type StagedColumn } from './staged-column.js';

/** More than one column uses the string, so its bytes are kept. */
const SEVERAL = 255;
const LENGTH_BYTES = 4;
/** Place of a string that never arrived, as it has no text: `<si/>`. */
const NOWHERE = -1;

/**
 * The strings of a workbook's own table while rows wait for them: which column each is for, and once it is known what
 * it is there. A string of one column, as nearly all are, is parsed when it arrives and not kept: 10 bytes a string.
 * They are parsed in the places of the column's rows, so that its texts can be looked up in batches.
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
  /** By column: the strings that stand in its places. */
  readonly #placed: readonly Int32Array[];
  readonly #places: Int32Array;

  constructor(private readonly columns: readonly StagedColumn[]) {
    this.#placed = columns.map(() => new Int32Array(BLOCK));
    this.#places = new Int32Array(columns.length);
  }

  /** A cell of a column is this string. All are claimed before the first arrives. */
  claim(index: number, column: number): void {
    if (index >= this.#end) this.#end = index + 1;
    if (index >= this.#owners.length) this.#grow(index + 1);
    const owner = this.#owners[index]!;
    const own = column + 1;
    if (owner === 0) this.#owners[index] = own < SEVERAL ? own : SEVERAL;
    else if (owner !== own) this.#owners[index] = SEVERAL;
  }

  /** By string, up to the last that is claimed. */
  get owners(): Uint8Array {
    return this.#owners.subarray(0, this.#end);
  }

  /** Cells of a column, from the row `first` on, are these strings (1 + index; 0: something else). */
  claimMany(indexes: Int32Array, place: number, first: number): void {
    const { states, values } = this.columns[place]!;
    const own = place + 1 < SEVERAL ? place + 1 : SEVERAL;
    let owners = this.#owners;
    for (let row = 0; row < indexes.length; row++) {
      const end = indexes[row]!;
      if (end === 0) continue;
      if (end > this.#end) {
        this.#end = end;
        if (end > owners.length) owners = this.#grow(end);
      }
      const owner = owners[end - 1]!;
      if (owner === 0) owners[end - 1] = own;
      else if (owner !== own) owners[end - 1] = SEVERAL;
      states[first + row] = PENDING_CELL;
      values[first + row] = end - 1;
    }
  }

  /** The bytes of a string. No row may be staged meanwhile: the places of its column are used for parsing. */
  arrive(index: number, bytes: Uint8Array, from: number, to: number): void {
    const owner = this.#owners[index] ?? 0;
    if (owner === 0) return;
    this.#makeRoom();
    const column = this.columns[owner - 1];
    if (owner === SEVERAL || column === undefined) {
      this.#values[index] = this.#keep(bytes, from, to);
      return;
    }
    const place = this.#places[owner - 1]!++;
    this.#placed[owner - 1]![place] = index;
    column.text(place, bytes, from, to);
    if (place === BLOCK - 1) this.#take(owner - 1);
  }

  /** As `arrive` for many strings of a column, by its place; behind the last place: of several. */
  arriveMany(place: number, indexes: Int32Array, block: CellBlock): void {
    this.#makeRoom();
    const column = this.columns[place];
    if (column === undefined) {
      this.#keepMany(indexes, block);
      return;
    }
    this.#take(place);
    column.block(0, block, 0);
    this.#placed[place]!.set(indexes);
    this.#places[place] = indexes.length;
    this.#take(place);
  }

  /** Takes what waits in the places of the columns: to be called after the last string. */
  settle(): void {
    for (let column = 0; column < this.columns.length; column++) this.#take(column);
  }

  /** Puts what the strings are into the rows of a column that wait for them. */
  fill(column: StagedColumn, rows: number): void {
    const { states, values } = column;
    const [found, owners, ownStates] = [this.#values, this.#owners, this.#states];
    const hasShown = this.#shown.size > 0;
    for (let row = 0; row < rows; row++) {
      if ((states[row]! & CELL) !== PENDING_CELL) continue;
      const index = values[row]!;
      if (index >= found.length) {
        states[row] = BLANK_CELL;
        continue;
      }
      states[row] = ownStates[index]!;
      if (owners[index] === SEVERAL) this.#parse(column, row, index);
      else values[row] = found[index]!;
      if (hasShown) this.#show(column, row, index);
    }
  }

  #keepMany(indexes: Int32Array, { cells, column }: CellBlock): void {
    const { starts, ends } = column(0);
    const { bytes, ints } = cells.kernel;
    for (let row = 0; row < indexes.length; row++) {
      this.#values[indexes[row]!] = this.#keep(bytes, ints[starts / 4 + row]!, ints[ends / 4 + row]!);
    }
  }

  #makeRoom(): void {
    if (this.#values.length > 0) return;
    this.#states = new Uint8Array(this.#end);
    this.#values = new Float64Array(this.#end).fill(NOWHERE);
  }

  #parse(column: StagedColumn, row: number, index: number): void {
    column.states[row] = BLANK_CELL;
    if (this.#values[index] === NOWHERE) return;
    const start = this.#values[index]! + LENGTH_BYTES;
    column.text(row, this.#arena, start, start + this.#lengthAt(start - LENGTH_BYTES));
  }

  #show(column: StagedColumn, row: number, index: number): void {
    const shown = this.#shown.get(index);
    if (shown !== undefined) column.shown?.set(row, shown);
  }

  /** Takes the strings out of the places of a column and leaves it blank. */
  #take(owner: number): void {
    const column = this.columns[owner]!;
    const placed = this.#placed[owner]!;
    const places = this.#places[owner]!;
    if (places === 0) return;
    column.settle?.();
    const { states, values, shown } = column;
    const [ownStates, found] = [this.#states, this.#values];
    for (let place = 0; place < places; place++) {
      const index = placed[place]!;
      ownStates[index] = states[place]!;
      found[index] = values[place]!;
    }
    for (const [place, text] of shown ?? []) this.#shown.set(placed[place]!, text);
    column.clear();
    this.#places[owner] = 0;
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

  #grow(strings: number): Uint8Array<ArrayBuffer> {
    const owners = new Uint8Array(Math.max(strings, this.#owners.length * 2));
    owners.set(this.#owners);
    this.#owners = owners;
    return owners;
  }
}
