import { asked } from './asked.js';
import type { KernelFunctions } from './functions.js';
import { Job } from './job.js';
import type { Kernel } from './kernel.js';
import type { Kernels } from './kernels.js';

type Column = Float64Array | Int32Array | Uint8Array;

/** Rows that are handed over together: few enough that their columns stay near. */
const TOGETHER = 1 << 13;
const ALIGNMENT = 64;

/** What a function of the kernel is to be asked about columns. */
export interface Question {
  readonly size: number;
  /** The numbers that the function is told, by name: the places of a job. `size` is one of them. */
  readonly places: Readonly<Record<string, number>> & { readonly size: number };
  /** Columns that it is given, and columns that it makes. */
  readonly given: Readonly<Record<string, Column>>;
  readonly made: Readonly<Record<string, Column>>;
  /** Other numbers. */
  readonly told: Readonly<Record<string, number>>;
  /** Arrays that it finds as they are and may change, whatever the rows. */
  readonly kept: Readonly<Record<string, Column>>;
  readonly ask: (functions: KernelFunctions, job: number) => void;
}

interface Placed {
  readonly column: Column;
  readonly place: number;
}

/** Asks a function of the kernel about columns, some thousand rows at a time; false where there is no kernel. */
export function askedInBlocks(question: Question, lent?: Kernels): boolean {
  const { size, places, given, made, told, kept } = question;
  const rows = Math.min(size, TOGETHER);
  const columns = [...Object.values(given), ...Object.values(made)];
  let needed = Object.keys(places).length * 4 + ALIGNMENT;
  for (const column of columns) needed += rows * column.BYTES_PER_ELEMENT + ALIGNMENT;
  for (const { byteLength } of Object.values(kept)) needed += byteLength + ALIGNMENT;
  const answered = asked(
    needed,
    (kernel) => {
      const job = new Job(kernel, places);
      for (const [name, number] of Object.entries(told)) job.set(places[name]!, number);
      const put = (named: Question['given'], length: number | null): readonly Placed[] =>
        Object.entries(named).map(([name, column]) => {
          const place = kernel.take((length ?? column.length) * column.BYTES_PER_ELEMENT);
          job.set(places[name]!, place);
          return { column, place };
        });
      const [all, into, from] = [put(kept, null), put(given, rows), put(made, rows)];
      for (const { column, place } of all) write(kernel, column, place);
      for (let first = 0; first < size; first += TOGETHER) {
        const end = Math.min(size, first + TOGETHER);
        for (const { column, place } of into) write(kernel, column.subarray(first, end), place);
        job.set(places.size, end - first);
        question.ask(kernel.functions, job.place);
        for (const { column, place } of from) read(kernel, column.subarray(first, end), place);
      }
      for (const { column, place } of all) read(kernel, column, place);
      return true;
    },
    lent,
  );
  return answered === true;
}

function write(kernel: Kernel, column: Column, place: number): void {
  viewOf(kernel, column).set(column, place / column.BYTES_PER_ELEMENT);
}

function read(kernel: Kernel, column: Column, place: number): void {
  const first = place / column.BYTES_PER_ELEMENT;
  column.set(viewOf(kernel, column).subarray(first, first + column.length));
}

function viewOf({ doubles, ints, bytes }: Kernel, column: Column): Column {
  if (column instanceof Float64Array) return doubles;
  return column instanceof Int32Array ? ints : bytes;
}
