import type { CellBlock } from '../cell-block.js';
import type { CellSink, ReaderProblem, SheetCount } from '../sheet.js';
import { type CellPlaces, type RowTarget, Unquoted } from './row-target.js';

/** Hands the wanted cells of every row to a sink. */
export class SinkRows implements RowTarget {
  readonly done = false;
  #rows = 0;
  #bad = 0;
  #blank = 0;
  #loose: number | null = null;
  readonly #unquoted = new Unquoted();

  /** `columns`: the wanted ones, ascending. */
  constructor(
    readonly columns: readonly number[],
    readonly sink: CellSink,
  ) {}

  get count(): SheetCount {
    const count = { rows: this.#rows, bad: this.#bad, blank: this.#blank };
    return this.#loose === null ? count : { ...count, looseFrom: this.#loose };
  }

  get room(): number {
    return this.sink.room?.() ?? 0;
  }

  block(block: CellBlock): void {
    this.sink.block?.(block);
    this.#rows += block.rows;
  }

  row(bytes: Uint8Array, places: CellPlaces, cells: number, filled: number, line: number): void {
    const { columns, sink } = this;
    for (let index = 0; index < columns.length; index++) {
      const column = columns[index]!;
      if (column >= cells) break;
      const from = places.from[column]!;
      const to = places.to[column]!;
      if (from === to) sink.blank(column);
      else if (places.doubled[column] === 0) sink.text(column, bytes, from, to);
      else {
        const length = this.#unquoted.fill(bytes, from, to);
        sink.text(column, this.#unquoted.bytes, 0, length);
      }
    }
    sink.endRow(line, cells, filled);
    this.#rows++;
  }

  bad(line: number, problem: ReaderProblem): void {
    this.sink.badRow(line, problem);
    this.#bad++;
  }

  blank(): void {
    this.#blank++;
  }

  loose(line: number): void {
    this.#loose ??= line;
  }
}
