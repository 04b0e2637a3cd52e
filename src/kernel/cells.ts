import { cellJob } from './functions.js';
import { Job } from './job.js';
import type { Kernel } from './kernel.js';
import { type CopiedTexts, Lending, type LentTexts } from './lending.js';

const INT = 4;
const DOUBLE = 8;

/** Numbers by row or by text. */
const lists = [
  ...[cellJob.textStarts, cellJob.textEnds, cellJob.hashes, cellJob.textRows],
  ...[cellJob.repeatRows, cellJob.repeatOf],
];

/** State of a cell that the kernel leaves for a closer look; the other states are those of the staged columns. */
export const ODD_CELL = 128;

/** What texts are, as flags. */
export const textKind = { gb18030: 1, id: 2, phone: 4, identifies: 8, unhashed: 16 } as const;
/** What numbers are. */
export const numberKind = { money: 0, count: 1, time: 2 } as const;
export type NumberKind = keyof typeof numberKind;

/** Where the cells of a column begin and end, row by row: places of numbers in the memory of the kernel. */
export interface CellPlaces {
  readonly rows: number;
  readonly starts: number;
  readonly ends: number;
}

/** Where numbers of a column stand, 64 bits each, and for each a byte: 0 where there is none. */
export interface NumberPlaces {
  readonly rows: number;
  readonly numbers: number;
  readonly kinds: number;
}

/** Texts found in a column, in the shape in which a dictionary takes many. */
export interface FoundTexts extends BareTexts {
  readonly hashes: Int32Array;
}

/** The same without hashes, where nobody looks them up yet. */
export interface BareTexts {
  readonly count: number;
  readonly bytes: Uint8Array;
  /** How many bytes they are in all. */
  readonly length: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly rows: Int32Array;
  /** Rows with the text of another of the `rows`, and which. */
  readonly repeatRows: Int32Array;
  readonly repeatOf: Int32Array;
}

/** What is asked of the texts of a column. */
export interface AskedTexts {
  readonly column: CellPlaces;
  /** Flags of `textKind`. */
  readonly kind: number;
  /** The number of the first row among the `rows` of the answer. */
  readonly first: number;
  /** Room for three bytes for every two of GB18030. */
  readonly scratch: number;
}

/** Texts found lately that a text is compared with, as in src/kernel/assembly/texts.ts. */
const RECENT = 256;

/** Looks at the cells of a column all at once. What it answers stands in the memory of the kernel until it is asked again. */
export class KernelCells {
  readonly #job: Job;
  readonly #lending: Lending;

  /** Of up to `rows` rows. `codes`: the table of GB18030, null where no text is in it. */
  constructor(
    readonly kernel: Kernel,
    rows: number,
    codes: Uint16Array | null,
  ) {
    this.#job = new Job(kernel, cellJob);
    this.#job.set(cellJob.states, kernel.take(rows));
    this.#job.set(cellJob.values, kernel.take(rows * DOUBLE));
    this.#job.set(cellJob.recent, kernel.take(RECENT * INT));
    for (const place of lists) this.#job.set(place, kernel.take(rows * INT));
    this.#lending = new Lending(kernel);
    if (codes === null) return;
    this.#job.set(cellJob.recentRaw, kernel.take(RECENT * INT));
    for (const place of [cellJob.rawStarts, cellJob.rawEnds]) this.#job.set(place, kernel.take(rows * INT));
    const place = kernel.take(codes.byteLength);
    this.#job.set(cellJob.codes, place);
    kernel.bytes.set(new Uint8Array(codes.buffer, codes.byteOffset, codes.byteLength), place);
  }

  /** Rows that the last question left for a closer look. */
  get odd(): number {
    return this.#job.get(cellJob.odd);
  }

  /** By row. */
  get states(): Uint8Array {
    const first = this.#job.get(cellJob.states);
    return this.kernel.bytes.subarray(first, first + this.#job.get(cellJob.rows));
  }

  /** Numbers by row, where the state says that there is one. */
  get values(): Float64Array {
    const first = this.#job.get(cellJob.values) / DOUBLE;
    return this.kernel.doubles.subarray(first, first + this.#job.get(cellJob.rows));
  }

  /** The texts of a column, cleaned and in UTF-8, and their hashes. */
  texts(asked: AskedTexts): FoundTexts {
    const found = this.#find(asked, 0);
    return { ...found, hashes: this.#job.list(cellJob.hashes, found.count) };
  }

  /** The same without the hashes. */
  bareTexts(asked: AskedTexts): BareTexts {
    return this.#find(asked, textKind.unhashed);
  }

  /**
   * The codes, by row, of the texts that were found last, −1 in rows without one: in a dictionary that is lent for it, and
   * takes those it did not have.
   */
  codes({ count }: FoundTexts, texts: LentTexts): Int32Array {
    this.#lending.lookUp(this.#job.place, count, texts);
    return this.#job.list(cellJob.values, this.#job.get(cellJob.rows));
  }

  /**
   * Copies of the texts that were found last, numbered from `first` on, and their numbers by row, −1 in rows without one;
   * null where they are too many for that.
   */
  copies({ count, length }: BareTexts, first: number): { texts: CopiedTexts; numbers: Int32Array } | null {
    const texts = this.#lending.copies(this.#job.place, count, length, first);
    return texts && { texts, numbers: this.#job.list(cellJob.values, this.#job.get(cellJob.rows)) };
  }

  /** Reads the numbers of a column. `unicode`: its bytes are UTF-8. */
  numbers(places: CellPlaces, kind: NumberKind, unicode: boolean): void {
    const job = this.#about(places);
    job.set(cellJob.odd, this.kernel.functions.numberCells(job.place, numberKind[kind], unicode));
  }

  /** Makes amounts of the numbers of a column. */
  amounts({ rows, numbers, kinds }: NumberPlaces): void {
    const job = this.#about({ rows, starts: numbers, ends: kinds });
    job.set(cellJob.odd, this.kernel.functions.amountCells(job.place));
  }

  #find({ column, kind, first, scratch }: AskedTexts, more: number): BareTexts {
    const job = this.#about(column);
    job.set(cellJob.firstRow, first);
    job.set(cellJob.scratch, scratch);
    const count = this.kernel.functions.textCells(job.place, kind | more);
    const repeats = job.get(cellJob.repeats);
    return {
      count,
      bytes: this.kernel.bytes,
      length: job.get(cellJob.length),
      from: job.list(cellJob.textStarts, count),
      to: job.list(cellJob.textEnds, count),
      rows: job.list(cellJob.textRows, count),
      repeatRows: job.list(cellJob.repeatRows, repeats),
      repeatOf: job.list(cellJob.repeatOf, repeats),
    };
  }

  #about({ rows, starts, ends }: CellPlaces): Job {
    this.#job.set(cellJob.rows, rows);
    this.#job.set(cellJob.starts, starts);
    this.#job.set(cellJob.ends, ends);
    return this.#job;
  }
}
