import type { Cell, CellSink, HeadRow, ReaderProblem } from '../sheet.js';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Collects the first rows of a sheet. Cells that are strings of the book's table are put in at the end. */
export class HeadSink implements CellSink {
  readonly strings = new Set<number>();
  readonly #rows: { readonly line: number; readonly cells: (Cell | number)[] }[] = [];
  #cells: (Cell | number)[] = [];

  constructor(private readonly wanted: number) {}

  get done(): boolean {
    return this.#rows.length >= this.wanted;
  }

  /** The rows, with the texts of `strings`. */
  rows(texts: ReadonlyMap<number, string>): readonly HeadRow[] {
    return this.#rows.map(({ line, cells }) => ({
      line,
      cells: cells.map((cell) => (typeof cell === 'number' ? textCell(texts.get(cell) ?? '') : cell)),
    }));
  }

  text(column: number, bytes: Uint8Array, from: number, to: number): void {
    this.#put(column, textCell(decoder.decode(bytes.subarray(from, to))));
  }

  number(column: number, value: number, isDate: boolean): void {
    this.#put(column, { kind: 'number', value, isDate });
  }

  shared(column: number, index: number): void {
    this.strings.add(index);
    this.#put(column, index);
  }

  string(): void {}

  blank(column: number): void {
    this.#put(column, { kind: 'blank' });
  }

  error(column: number, code: string): void {
    this.#put(column, { kind: 'error', code });
  }

  endRow(line: number, cells: number): void {
    while (this.#cells.length < cells) this.#cells.push({ kind: 'blank' });
    this.#rows.push({ line, cells: this.#cells });
    this.#cells = [];
  }

  badRow(line: number, _problem: ReaderProblem): void {
    this.#rows.push({ line, cells: [] });
    this.#cells = [];
  }

  #put(column: number, cell: Cell | number): void {
    while (this.#cells.length < column) this.#cells.push({ kind: 'blank' });
    this.#cells[column] = cell;
  }
}

function textCell(text: string): Cell {
  return text === '' ? { kind: 'blank' } : { kind: 'text', text };
}
