import { cellJob } from './functions.js';
import { Job } from './job.js';
import type { Kernel } from './kernel.js';

const INT = 4;
const DOUBLE = 8;

/** State of a cell that the kernel leaves for a closer look; the other states are those of the staged columns. */
export const ODD_CELL = 128;

/** What texts are, as flags. */
export const textKind = { gb18030: 1, id: 2, phone: 4, identifies: 8 } as const;
/** What numbers are. */
export const numberKind = { money: 0, count: 1, time: 2 } as const;
export type NumberKind = keyof typeof numberKind;

/** Where the cells of a column begin and end, row by row: places of numbers in the memory of the kernel. */
export interface CellPlaces {
  readonly rows: number;
  readonly starts: number;
  readonly ends: number;
}

/** Texts found in a column, in the shape in which a dictionary takes many. */
export interface FoundTexts {
  readonly count: number;
  readonly bytes: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly hashes: Int32Array;
  readonly rows: Int32Array;
}

/** Looks at the cells of a column all at once. What it answers stands in the memory of the kernel until it is asked again. */
export class KernelCells {
  readonly #job: Job<(typeof cellJob)[number]>;

  /** Of up to `rows` rows. `codes`: the table of GB18030, null where no text is in it. */
  constructor(
    readonly kernel: Kernel,
    rows: number,
    codes: Uint16Array | null,
  ) {
    const numbers = () => kernel.take(rows * INT);
    this.#job = new Job(kernel, cellJob);
    this.#job.set({ states: kernel.take(rows), values: kernel.take(rows * DOUBLE) });
    this.#job.set({ textStarts: numbers(), textEnds: numbers(), hashes: numbers(), textRows: numbers() });
    if (codes === null) return;
    const place = kernel.take(codes.byteLength);
    this.#job.set({ codes: place });
    kernel.bytes.set(new Uint8Array(codes.buffer, codes.byteOffset, codes.byteLength), place);
  }

  /** Rows that the last question left for a closer look. */
  get odd(): number {
    return this.#job.get('odd');
  }

  /** By row. */
  get states(): Uint8Array {
    const first = this.#job.get('states');
    return this.kernel.bytes.subarray(first, first + this.#job.get('rows'));
  }

  /** Numbers by row, where the state says that there is one. */
  get values(): Float64Array {
    const first = this.#job.get('values') / DOUBLE;
    return this.kernel.doubles.subarray(first, first + this.#job.get('rows'));
  }

  /**
   * The texts of a column, cleaned and in UTF-8, and their hashes. `kind`: flags of `textKind`; `firstRow`: the number of
   * the first row among the `rows` of the answer; `scratch`: room for three bytes for every two of GB18030.
   */
  texts(places: CellPlaces, kind: number, firstRow: number, scratch: number): FoundTexts {
    this.#job.set({ ...places, firstRow, scratch });
    const count = this.kernel.functions.textCells(this.#job.place, kind);
    const numbers = (name: 'textStarts' | 'textEnds' | 'hashes' | 'textRows') => {
      const first = this.#job.get(name) / INT;
      return this.kernel.ints.subarray(first, first + count);
    };
    return {
      ...{ count, bytes: this.kernel.bytes, from: numbers('textStarts'), to: numbers('textEnds') },
      ...{ hashes: numbers('hashes'), rows: numbers('textRows') },
    };
  }

  /** Reads the numbers of a column. `unicode`: its bytes are UTF-8. */
  numbers(places: CellPlaces, kind: NumberKind, unicode: boolean): void {
    this.#job.set({ ...places });
    this.#job.set({ odd: this.kernel.functions.numberCells(this.#job.place, numberKind[kind], unicode) });
  }
}
