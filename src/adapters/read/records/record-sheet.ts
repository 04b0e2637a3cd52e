import { hasContent } from '../content.js';
import { firstRows } from '../first-rows.js';
import type { Cell, CellSink, HeadRow, ReaderProblem, Sheet, SheetCount } from '../sheet.js';

/** A value of a record as its file holds it: a list or a structure counts as its JSON text. */
export type RecordValue = string | number | boolean | null | undefined | object;

/** A record: its values by column, or what is wrong with it. */
export type RecordRow =
  | { readonly line: number; readonly values: readonly RecordValue[] }
  | { readonly line: number; readonly problem: ReaderProblem };

/** The records of a file whose columns have names of their own, in batches. */
export interface Records {
  /** Names of the columns, in their order. */
  readonly names: readonly string[];
  /** All records, or the first few; values of other columns than these may be left out. */
  rows(columns: readonly number[] | null, limit: number | null): AsyncIterable<readonly RecordRow[]>;
}

/**
 * Records as a sheet whose first row is the names of the columns, on line 0. Their texts are exact, where those of
 * other files may carry a `'` that is no part of them: so one that begins with `'` or `=` gets a `'`, which is taken
 * off again with the cell's other wrappings.
 */
export function recordSheet(records: Records): Sheet {
  return {
    name: '',
    encoding: 'utf-8',
    shortRowsAreBlank: true,
    head: (rows) => firstRows(records.rows(null, rows - 1), rows, headCells, [namesOf(records)]),
    read: (columns, sink) => readAll(records, columns, sink),
  };
}

function namesOf({ names }: Records): HeadRow {
  return { line: 0, cells: names.map((text) => ({ kind: 'text', text })) };
}

/** Null of a blank record; a bad one has no cells. */
function headCells(row: RecordRow): readonly Cell[] | null {
  if (!('values' in row)) return [];
  return isBlank(row.values) ? null : row.values.map(headCell);
}

function headCell(value: RecordValue): Cell {
  if (typeof value === 'number' && Number.isFinite(value)) return { kind: 'number', value, isDate: false };
  const text = textOf(value);
  return text === '' ? { kind: 'blank' } : { kind: 'text', text };
}

async function readAll(records: Records, columns: readonly number[], sink: CellSink): Promise<SheetCount> {
  const count = { rows: 1, bad: 0, blank: 0 };
  const width = records.names.length;
  const cells = new Cells(sink);
  sink.endRow(0, width, width);
  for await (const batch of records.rows(columns, null)) {
    for (const row of batch) {
      if ('problem' in row) {
        sink.badRow(row.line, row.problem);
        count.bad++;
      } else if (isBlank(row.values)) count.blank++;
      else {
        for (const column of columns) cells.deliver(column, row.values[column]);
        sink.endRow(row.line, width, width);
        count.rows++;
      }
    }
  }
  return count;
}

function isBlank(values: readonly RecordValue[]): boolean {
  return values.every((value) => typeof value !== 'number' && !hasContent(textOf(value)));
}

/** NaN is how tables of numbers write "nothing". */
function textOf(value: RecordValue): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined || Number.isNaN(value)) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Hands values over as cells, texts in one piece of memory used again and again. */
class Cells {
  #bytes = Buffer.alloc(4096);

  constructor(private readonly sink: CellSink) {}

  deliver(column: number, value: RecordValue): void {
    if (typeof value === 'number' && Number.isFinite(value)) {
      this.sink.number(column, value, false);
      return;
    }
    const text = textOf(value);
    if (text === '') {
      this.sink.blank(column);
      return;
    }
    if (text.length * 3 + 1 > this.#bytes.length) this.#bytes = Buffer.alloc(text.length * 3 + 1);
    const first = text.charCodeAt(0);
    const guard = first === 0x27 || first === 0x3d ? 1 : 0;
    if (guard === 1) this.#bytes[0] = 0x27;
    this.sink.text(column, this.#bytes, 0, guard + this.#bytes.write(text, guard, 'utf8'));
  }
}
