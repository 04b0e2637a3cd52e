import type { CellObject, DenseWorkSheet, WorkBook } from 'xlsx';
import { hasContent } from './content.js';
import { cellKind, type FrameCell, type FrameWriter } from './frames.js';
import { MAX_COLUMNS, MAX_ROWS } from './sheet-limits.js';
import { type Census, placeOf } from './xlsx-census.js';
import { sheetCensus } from './xlsx-parts.js';

/** Why a workbook must not be used, by error code. */
export class CannotRead extends Error {
  constructor(
    readonly code: string,
    readonly params: Readonly<Record<string, string | number>>,
  ) {
    super(code);
  }
}

interface Book {
  readonly frames: FrameWriter;
  readonly isDate: (format: string) => boolean;
  /** 1462 where the book counts days from 1904. */
  readonly dayShift: number;
}

const errorCodes: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

/** Sends all sheets of a workbook but chart, macro and dialog sheets. `checked`: an xlsx, whose parts are at hand. */
export function sendWorkbook(
  book: WorkBook,
  checked: boolean,
  isDate: (format: string) => boolean,
  frames: FrameWriter,
): void {
  const census = checked ? sheetCensus(book) : null;
  const dayShift = book.Workbook?.WBProps?.date1904 === true ? 1462 : 0;
  const known = new Map<string, boolean>();
  const isDateOnce = (format: string): boolean => {
    const answer = known.get(format) ?? isDate(format);
    known.set(format, answer);
    return answer;
  };
  let sheets = 0;
  let rows = 0;
  let cells = 0;
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name] as DenseWorkSheet | undefined;
    if (sheet === undefined || sheet === null) throw new CannotRead('sheet-missing', { sheet: name });
    if (sheet['!type'] !== undefined && (sheet['!type'] as string) !== 'sheet') continue;
    const sent = sendSheet({ frames, isDate: isDateOnce, dayShift }, name, sheet, census?.(name) ?? null);
    sheets += 1;
    rows += sent.rows;
    cells += sent.cells;
  }
  frames.final(sheets, rows, cells);
}

function sendSheet(book: Book, name: string, sheet: DenseWorkSheet, census: Census | null) {
  const lines = sheet['!data'] ?? [];
  checkAgainst(name, census, countCells(lines));
  markUncached(name, lines, census?.uncached ?? []);
  book.frames.sheet(name);
  let rows = 0;
  let cells = 0;
  let blank = 0;
  for (const [key, line] of Object.entries(lines)) {
    const row = Number(key);
    checkPlace(name, row, line.length);
    const out = frameCells(book, line);
    if (out.filled === 0) blank += out.width > 0 ? 1 : 0;
    else {
      book.frames.row(row + 1, out.width, out.filled, out.cells);
      rows += 1;
      cells += out.cells.length;
    }
  }
  book.frames.end(rows, blank, cells);
  return { rows, cells };
}

function checkPlace(sheet: string, row: number, width: number): void {
  if (row >= MAX_ROWS || width > MAX_COLUMNS)
    throw new CannotRead('sheet-address', { sheet, cell: `R${row + 1}C${width}` });
}

function checkAgainst(sheet: string, census: Census | null, found: number): void {
  if (census === null) return;
  if (census.outside !== null) throw new CannotRead('sheet-address', { sheet, cell: census.outside });
  if (census.lostString !== null) throw new CannotRead('sheet-string', { sheet, cell: census.lostString });
  if (census.cells !== found) throw new CannotRead('sheet-cells', { sheet, expected: census.cells, found });
}

const UNCACHED = '#UNCACHED';

/** Puts an error cell where a formula stands that was never calculated. */
function markUncached(sheet: string, lines: (CellObject | undefined)[][], addresses: Iterable<string>): void {
  for (const address of addresses) {
    const place = placeOf(address);
    if (place === null) throw new CannotRead('sheet-address', { sheet, cell: address });
    lines[place.row] ??= [];
    lines[place.row]![place.column] = { t: 'e', v: UNCACHED };
  }
}

function countCells(lines: readonly (readonly (CellObject | undefined)[])[]): number {
  let count = 0;
  for (const line of Object.values(lines)) for (const cell of Object.values(line)) if (cell?.t !== 'z') count += 1;
  return count;
}

function frameCells(book: Book, line: readonly (CellObject | undefined)[]) {
  const cells: FrameCell[] = [];
  let width = 0;
  let filled = 0;
  line.forEach((cell, column) => {
    if (cell === undefined || cell === null) return;
    width = column + 1;
    const out = framed(book, cell);
    if (out === null) return;
    const isText = typeof out.value === 'string';
    if (out.kind !== cellKind.text || hasContent(String(out.value))) filled = column + 1;
    cells.push({ column, kind: out.kind, value: isText ? book.frames.text(String(out.value)) : Number(out.value) });
  });
  return { cells, width, filled };
}

type Framed = { readonly kind: FrameCell['kind']; readonly value: string | number };

function framed(book: Book, cell: CellObject): Framed | null {
  const value = cell.v;
  if (cell.t === 'e') {
    return { kind: cellKind.error, value: value === UNCACHED ? UNCACHED : (errorCodes[Number(value)] ?? '#ERROR') };
  }
  if (cell.t === 'b') return { kind: cellKind.text, value: value === true ? 'TRUE' : 'FALSE' };
  if (cell.t === 'z' || value === undefined || value === null || value === '') return null;
  if (typeof value === 'string') return { kind: cellKind.text, value };
  if (typeof value !== 'number' || !Number.isFinite(value)) return { kind: cellKind.error, value: '#NUM!' };
  const isDate = typeof cell.z === 'string' && book.isDate(cell.z);
  return isDate ? { kind: cellKind.date, value: value + book.dayShift } : { kind: cellKind.number, value };
}
