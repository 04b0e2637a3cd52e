import type { Kernel } from '../../kernel/kernel.js';
import type { BlockLoops, Cells } from './block-loops.js';
import type { CodeTranslation } from './code-translation.js';
import { plainLoops } from './plain-loops.js';
import { BLOCK } from './staged-column.js';

/** Bytes a row may take of all arrays of a field, and of those that are no field's. */
const FIELD_BYTES = 32;
const OTHER_BYTES = 128;

/** The loops over a block as the kernel does them, for arrays in its memory; all others are left to the plain loops. */
export class KernelLoops implements BlockLoops {
  #place: number;
  readonly #end: number;
  readonly #buffer: ArrayBufferLike;
  /** Room for what codes mean. */
  readonly #meanings: Int32Array;

  /** Room for arrays of so many fields. The kernel's memory must not grow from here on. */
  constructor(
    private readonly kernel: Kernel,
    fields: number,
  ) {
    const length = (fields * FIELD_BYTES + OTHER_BYTES) * BLOCK;
    this.#place = kernel.take(length);
    this.#end = this.#place + length;
    this.#buffer = kernel.bytes.buffer;
    this.#meanings = this.ints();
  }

  bytes(): Uint8Array {
    return new Uint8Array(this.#buffer, this.#take(BLOCK), BLOCK);
  }

  ints(): Int32Array {
    return new Int32Array(this.#buffer, this.#take(BLOCK * 4), BLOCK);
  }

  doubles(): Float64Array {
    return new Float64Array(this.#buffer, this.#take(BLOCK * 8), BLOCK);
  }

  near(own: Cells, cells: Cells, rows: number): Cells {
    own.states.set(cells.states.subarray(0, rows));
    own.values.set(cells.values.subarray(0, rows));
    return own;
  }

  overlay(cells: Cells, rows: number, onto: Cells): void {
    if (!this.#has(cells.states, onto.states)) plainLoops.overlay(cells, rows, onto);
    else
      this.kernel.functions.overlayCells(
        cells.states.byteOffset,
        cells.values.byteOffset,
        rows,
        onto.states.byteOffset,
        onto.values.byteOffset,
        cells.values.BYTES_PER_ELEMENT,
      );
  }

  markBad(states: Uint8Array, rows: number, marked: Uint8Array): void {
    if (!this.#has(states, marked)) plainLoops.markBad(states, rows, marked);
    else this.kernel.functions.markBad(states.byteOffset, rows, marked.byteOffset);
  }

  addValues(states: Uint8Array, rows: number, counts: Uint8Array): void {
    if (!this.#has(states, counts)) plainLoops.addValues(states, rows, counts);
    else this.kernel.functions.addValues(states.byteOffset, rows, counts.byteOffset);
  }

  nextWithoutValue(states: Uint8Array, row: number, rows: number): number {
    if (!this.#has(states)) return plainLoops.nextWithoutValue(states, row, rows);
    return this.kernel.functions.nextWithoutValue(states.byteOffset, row, rows);
  }

  count(states: Uint8Array, from: number, to: number, mask: number, wanted: number): number {
    if (!this.#has(states)) return plainLoops.count(states, from, to, mask, wanted);
    return this.kernel.functions.countStates(states.byteOffset, from, to, mask, wanted);
  }

  wholes(cells: Cells, rows: number, into: Int32Array): void {
    if (!this.#has(cells.states, into)) {
      plainLoops.wholes(cells, rows, into);
      return;
    }
    const { states, values } = cells;
    const { codesOrNone, unitsOrNone } = this.kernel.functions;
    const wholes = values instanceof Int32Array ? codesOrNone : unitsOrNone;
    wholes(states.byteOffset, values.byteOffset, rows, into.byteOffset);
  }

  minors(cells: Cells, units: Float64Array, rows: number, into: Float64Array): number {
    if (!this.#has(cells.states, units, into)) return plainLoops.minors(cells, units, rows, into);
    const { states, values } = cells;
    const { functions } = this.kernel;
    return functions.minorAmounts(states.byteOffset, values.byteOffset, units.byteOffset, rows, into.byteOffset);
  }

  seconds(cells: Cells, rows: number, into: Float64Array): void {
    if (!this.#has(cells.states, into)) plainLoops.seconds(cells, rows, into);
    else this.kernel.functions.secondsOf(cells.states.byteOffset, cells.values.byteOffset, rows, into.byteOffset);
  }

  meanings(cells: Cells, from: number, to: number, meaning: CodeTranslation, into: Uint8Array | Int32Array): void {
    const { states, values } = cells;
    for (let row = from; row < to; row++) {
      const { known } = meaning;
      if (!this.#has(states, into) || known.length > BLOCK) {
        plainLoops.meanings(cells, row, to, meaning, into);
        return;
      }
      this.#meanings.set(known);
      row = this.kernel.functions.overlayMeanings(
        states.byteOffset,
        values.byteOffset,
        row,
        to,
        this.#meanings.byteOffset,
        known.length,
        into.byteOffset,
        into.BYTES_PER_ELEMENT,
      );
      if (row < to) into[row] = meaning.of(values[row]!);
    }
  }

  precisions(cells: Cells, rows: number, into: Uint8Array): void {
    if (!this.#has(cells.states, into)) plainLoops.precisions(cells, rows, into);
    else
      this.kernel.functions.overlayPrecisions(cells.states.byteOffset, cells.values.byteOffset, rows, into.byteOffset);
  }

  /** Whether all of these are in the memory of the kernel. */
  #has(...arrays: readonly { readonly buffer: ArrayBufferLike }[]): boolean {
    return arrays.every(({ buffer }) => buffer === this.#buffer);
  }

  #take(bytes: number): number {
    const place = this.#place;
    this.#place += bytes;
    if (this.#place > this.#end) throw new Error('no room for the columns of a block');
    return place;
  }
}
