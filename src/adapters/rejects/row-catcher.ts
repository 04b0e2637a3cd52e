import { isoDay } from '../../util/calendar.js';
import type { CellSink, ReaderProblem } from '../read/sheet.js';
import { CaughtCells, type RawCell } from './caught-cells.js';

/** A row that was wanted: its place among the wanted ones, and its cells by position. */
export interface CaughtRow {
  readonly at: number;
  readonly cells: readonly RawCell[];
}

/** Serial number of 1970-01-01 in the 1900 date system. */
const EPOCH = 25_569;

/** Rows that may wait for the strings of a workbook in one pass; the others are for the next pass. */
const MOST_WAITING = 65_536;

/**
 * Takes the wanted rows of a sheet, as they stand, and hands each on when it is whole: at once, or, where cells are
 * strings of the workbook's own table, after the last row. Only so many wait for that as fit a fixed memory.
 */
export class RowCatcher implements CellSink {
  readonly #cells: CaughtCells;
  #waiting: { readonly at: number; readonly cells: RawCell[]; readonly shared: Int32Array }[] = [];
  readonly #strings = new Map<number, string>();
  readonly #decoder: InstanceType<typeof TextDecoder>;

  constructor(
    encoding: 'utf-8' | 'gb18030',
    width: number,
    /** The place of the wanted row on a line, −1 = not wanted (any more). */
    private readonly wanted: (line: number) => number,
    private readonly onRow: (row: CaughtRow) => void,
    private readonly mostWaiting = MOST_WAITING,
  ) {
    this.#decoder = new TextDecoder(encoding, { ignoreBOM: true });
    this.#cells = new CaughtCells(width);
  }

  text(column: number, bytes: Uint8Array, from: number, to: number): void {
    this.#cells.bytes(column, bytes, from, to);
  }

  number(column: number, value: number, isDate: boolean): void {
    this.#cells.put(column, isDate ? dateText(value) : value);
  }

  shared(column: number, index: number): void {
    this.#cells.share(column, index);
  }

  string(index: number, bytes: Uint8Array, from: number, to: number): void {
    if (this.#strings.has(index)) this.#strings.set(index, this.#decoder.decode(bytes.subarray(from, to)));
  }

  blank(_column: number): void {}

  error(column: number, code: string): void {
    this.#cells.put(column, code);
  }

  endRow(line: number): void {
    this.#end(line);
  }

  badRow(line: number, _problem: ReaderProblem): void {
    this.#cells.clear();
    this.#end(line);
  }

  /** Hands on the rows that waited, once the sheet's strings are known. */
  finish(): void {
    for (const { at, cells, shared } of this.#waiting) {
      shared.forEach((index, column) => {
        if (index >= 0) cells[column] = this.#strings.get(index) ?? null;
      });
      this.onRow({ at, cells });
    }
    this.#waiting = [];
    this.#strings.clear();
  }

  #end(line: number): void {
    const at = this.wanted(line);
    if (at >= 0) this.#catch(at);
    this.#cells.clear();
  }

  #catch(at: number): void {
    if (this.#waiting.length === 0 && !this.#cells.isShared) {
      this.onRow({ at, cells: this.#cells.decoded(this.#decoder) });
      return;
    }
    if (this.#waiting.length >= this.mostWaiting) return;
    const shared = this.#cells.shared();
    for (const index of shared) if (index >= 0) this.#strings.set(index, '');
    this.#waiting.push({ at, cells: this.#cells.decoded(this.#decoder), shared });
  }
}

/** A date cell as a text that every reader of tables understands. */
function dateText(serial: number): string {
  const seconds = Math.round((serial - EPOCH) * 86_400);
  const day = Math.floor(seconds / 86_400);
  const clock = seconds - day * 86_400;
  const part = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${isoDay(day)} ${part(clock / 3600)}:${part((clock / 60) % 60)}:${part(clock % 60)}`;
}
