import type { Cell, CellSink, HeadRow, ReaderProblem, Sheet, SheetCount } from '../../src/adapters/read/sheet.js';

/** A cell as a test writes it: text, number, date serial, error, shared string, or nothing. */
export type MemoryCell =
  | string
  | number
  | null
  | { readonly date: number }
  | { readonly error: string }
  | { readonly shared: string }
  | { readonly bytes: Uint8Array };
export type MemoryRow = readonly MemoryCell[] | { readonly problem: ReaderProblem };

/** How the sheet pretends to have been read. */
export interface MemoryOptions {
  readonly name?: string;
  readonly encoding?: 'utf-8' | 'gb18030';
  /** Workbooks: rows that end early have blank cells. */
  readonly workbook?: boolean;
  /** Number of the first line. */
  readonly firstLine?: number;
}

const encoder = new TextEncoder();

/** A sheet out of arrays: what a reader would deliver, without a file. Rows without any content are passed over. */
export function memorySheet(rows: readonly MemoryRow[], options: MemoryOptions = {}): Sheet {
  const { name = '', encoding = 'utf-8', workbook = false, firstLine = 1 } = options;
  const numbered = rows.map((row, index) => ({ row, line: firstLine + index }));
  const full = numbered.filter(({ row }) => 'problem' in row || row.some((cell) => cell !== null && cell !== ''));
  return {
    name,
    encoding,
    shortRowsAreBlank: workbook,
    head: async (count) => full.slice(0, count).map(({ row, line }) => headRow(row, line, encoding)),
    read: async (columns, sink) => {
      const strings: string[] = [];
      let bad = 0;
      for (const { row, line } of full) {
        if ('problem' in row) {
          sink.badRow(line, row.problem);
          bad++;
        } else readRow(row, line, columns, sink, strings);
      }
      strings.forEach((text, index) => {
        const bytes = padded(encoder.encode(text));
        sink.string(index, bytes, 1, bytes.length - 1);
      });
      return { rows: full.length - bad, bad, blank: rows.length - full.length } satisfies SheetCount;
    },
  };
}

/** A table as text, cells separated by commas: for tests that need no quoting. */
export function sheetOf(text: string, options: MemoryOptions = {}): Sheet {
  const lines = text.trim().split('\n');
  return memorySheet(
    lines.map((line) => line.trim().split(',')),
    options,
  );
}

function readRow(
  row: readonly MemoryCell[],
  line: number,
  columns: readonly number[],
  sink: CellSink,
  strings: string[],
): void {
  for (const column of columns) {
    const cell = row[column];
    if (cell === undefined) continue;
    if (cell === null || cell === '') sink.blank(column);
    else if (typeof cell === 'number') sink.number(column, cell, false);
    else if (typeof cell === 'string') put(column, encoder.encode(cell), sink);
    else if ('bytes' in cell) put(column, cell.bytes, sink);
    else if ('date' in cell) sink.number(column, cell.date, true);
    else if ('error' in cell) sink.error(column, cell.error);
    else sink.shared(column, indexOf(strings, cell.shared));
  }
  const filled = row.findLastIndex((cell) => cell !== null && cell !== '') + 1;
  sink.endRow(line, row.length, filled);
}

/** Bytes never start at 0, as in a real chunk. */
function put(column: number, bytes: Uint8Array, sink: CellSink): void {
  const chunk = padded(bytes);
  sink.text(column, chunk, 1, chunk.length - 1);
}

function padded(bytes: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(bytes.length + 2).fill(0x37);
  chunk.set(bytes, 1);
  return chunk;
}

function indexOf(strings: string[], text: string): number {
  const known = strings.indexOf(text);
  return known >= 0 ? known : strings.push(text) - 1;
}

function headRow(row: MemoryRow, line: number, encoding: string): HeadRow {
  return { line, cells: 'problem' in row ? [] : row.map((cell) => headCell(cell, encoding)) };
}

function headCell(cell: MemoryCell, encoding: string): Cell {
  if (cell === null || cell === '') return { kind: 'blank' };
  if (typeof cell === 'string') return { kind: 'text', text: cell };
  if (typeof cell === 'number') return { kind: 'number', value: cell, isDate: false };
  if ('bytes' in cell) return { kind: 'text', text: new TextDecoder(encoding).decode(cell.bytes) };
  if ('date' in cell) return { kind: 'number', value: cell.date, isDate: true };
  return 'error' in cell ? { kind: 'error', code: cell.error } : { kind: 'text', text: cell.shared };
}
