import type { CellBlock } from '../../../src/adapters/read/cell-block.js';
import type { CellSink, Sheet, SheetCount } from '../../../src/adapters/read/sheet.js';

/** A cell as it reached the sink. */
export type Got = string | number | { readonly date: number } | { readonly error: string } | null;

/** A row as it reached the sink. */
export interface GotRow {
  readonly line: number;
  readonly cells: Readonly<Record<number, Got>>;
  readonly width: number;
  readonly filled: number;
  readonly problem?: string;
}

/**
 * Reads a sheet into plain rows; strings of the sheet's table are put in their places at the end. `room`: how many rows
 * it takes at once, where the reader can give them so.
 */
export async function collect(
  sheet: Sheet,
  columns: readonly number[],
  room: number | null = null,
): Promise<{ rows: GotRow[]; count: SheetCount }> {
  const rows: GotRow[] = [];
  const later: { readonly cells: Record<number, Got>; readonly column: number; readonly index: number }[] = [];
  const strings = new Map<number, string>();
  const decoder = new TextDecoder(sheet.encoding, { fatal: true, ignoreBOM: true });
  let cells: Record<number, Got> = {};
  const put = (column: number, value: Got) => {
    if (column in cells) throw new Error(`column ${column} twice in one row`);
    if (Object.keys(cells).some((other) => Number(other) > column)) throw new Error('columns out of order');
    cells[column] = value;
  };
  const sink: CellSink = {
    text: (column, bytes, from, to) => put(column, decoder.decode(bytes.subarray(from, to))),
    number: (column, value, isDate) => put(column, isDate ? { date: value } : value),
    shared: (column, index) => {
      put(column, '');
      later.push({ cells, column, index });
    },
    string: (index, bytes, from, to) => void strings.set(index, decoder.decode(bytes.subarray(from, to))),
    blank: (column) => put(column, null),
    error: (column, code) => put(column, { error: code }),
    endRow: (line, width, filled) => {
      rows.push({ line, cells, width, filled });
      cells = {};
    },
    badRow: (line, problem) => {
      rows.push({ line, cells: {}, width: 0, filled: 0, problem });
      cells = {};
    },
  };
  const block = (found: CellBlock) => rows.push(...blockRows(found, columns, decoder));
  const count = await sheet.read(columns, room === null ? sink : { ...sink, room: () => room, block });
  for (const { cells: row, column, index } of later) row[column] = strings.get(index) ?? null;
  return { rows, count };
}

/** The rows of a block; a cell that is not there begins and ends at 0. */
function blockRows(block: CellBlock, columns: readonly number[], decoder: InstanceType<typeof TextDecoder>): GotRow[] {
  const { ints, bytes } = block.cells.kernel;
  return Array.from({ length: block.rows }, (_, row) => {
    const cells: Record<number, Got> = {};
    for (const [place, column] of columns.entries()) {
      const { starts, ends } = block.column(place);
      const [from, to] = [ints[starts / 4 + row]!, ints[ends / 4 + row]!];
      if (to > 0) cells[column] = from === to ? null : decoder.decode(bytes.subarray(from, to));
    }
    return { line: block.lines[row]!, cells, width: block.widths[row]!, filled: block.filled[row]! };
  });
}

/** The rows as arrays of cells, blanks as null. */
export function table(rows: readonly GotRow[], width: number): Got[][] {
  return rows.map(({ cells }) => Array.from({ length: width }, (_, column) => cells[column] ?? null));
}
