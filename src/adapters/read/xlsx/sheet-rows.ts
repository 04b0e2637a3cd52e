import { CrmError } from '../../../errors.js';
import { MAX_COLUMNS, MAX_ROWS } from '../sheet-limits.js';
import { CellScanner, OUTSIDE } from './cell-scanner.js';
import type { RowTaker } from './row-taker.js';
import { afterElement, afterTag } from './xml-elements.js';

const LESS = 60;
const SLASH = 47;
const LETTER_C = 99;

/** Scans the rows of a sheet part, one at a time, out of bytes that hold it whole. ECMA-376 18.3.1.73. */
export class SheetRows {
  /** Number of the row scanned last, as people see it. */
  line = 0;
  /** Cells scanned so far. */
  cells = 0;
  readonly #cell: CellScanner;

  /** `prefix`: bytes of the prefix that every name of the sheet carries, and its colon. */
  constructor(
    private readonly file: string,
    private readonly sheet: string,
    private readonly prefix: number,
    private readonly taker: RowTaker,
  ) {
    this.#cell = new CellScanner(prefix);
  }

  /** `at`: of `<` of a row; the position after it. */
  scan(bytes: Uint8Array, at: number, end: number): number {
    const cell = this.#cell;
    const inner = afterTag(bytes, at, end);
    if (inner < 0) throw this.#damaged();
    const stated = rowNumber(bytes, at + this.prefix + 4, inner);
    let line = stated === 0 ? this.line + 1 : stated;
    this.taker.begin();
    cell.column = -1;
    let last = -1;
    let next = inner;
    while (bytes[inner - 2] !== SLASH) {
      while (bytes[next]! <= 32 && next < end) next++;
      if (bytes[next] !== LESS || next >= end) throw this.#damaged();
      if (bytes[next + 1] === SLASH) {
        next = afterTag(bytes, next, end);
        break;
      }
      if (!isCell(bytes, next + this.prefix + 1)) {
        next = this.#passed(bytes, next, end);
        continue;
      }
      next = cell.scan(bytes, next, end);
      if (next < 0) throw next === OUTSIDE ? this.#outside(addressAt(bytes, cell.refFrom, end)) : this.#damaged();
      if (last < 0 && cell.refTo > 0) line = this.#lineOf(bytes, stated, line);
      if (cell.column >= MAX_COLUMNS) throw this.#outside(`R${line}C${cell.column + 1}`);
      if (cell.column <= last) this.#refuseTwice(bytes, inner, next);
      last = Math.max(last, cell.column);
      this.cells++;
      if (!this.taker.take(cell, bytes, line)) throw this.lostString(cell.column, line);
    }
    if (line > MAX_ROWS) throw this.#outside(`R${line}C${Math.max(0, last) + 1}`);
    if (next < 0 || line <= this.line) throw this.#damaged();
    this.line = line;
    return next;
  }

  /** Forgets the row scanned last, so that it can be scanned again. */
  back(line: number): void {
    this.line = line;
  }

  /** The refusal of a cell that points at a string that is not there. */
  lostString(column: number, line: number): CrmError {
    return new CrmError('sheet-string', this.file, { sheet: this.sheet, cell: cellName(column, line) });
  }

  /** The row an address names: the row's own, or where the row has no number, the cell's. */
  #lineOf(bytes: Uint8Array, stated: number, line: number): number {
    const { refFrom, refDigits, refTo } = this.#cell;
    let number = 0;
    for (let at = refDigits; at < refTo; at++) {
      const digit = bytes[at]! - 48;
      if (digit < 0 || digit > 9 || number > MAX_ROWS) number = Number.NaN;
      else number = number * 10 + digit;
    }
    const fits = number >= 1 && number <= MAX_ROWS && (stated === 0 || number === line);
    if (!fits) throw this.#outside(addressAt(bytes, refFrom, refTo));
    return number;
  }

  /** Something else than a cell inside a row: comments and extensions hold no cells; anything else is not understood. */
  #passed(bytes: Uint8Array, at: number, end: number): number {
    const name = at + this.prefix + 1;
    const isExtension = bytes[name] === 101 && bytes[name + 1] === 120;
    const next = isExtension || bytes[at + 1] === 33 ? afterElement(bytes, at, end) : -1;
    if (next < 0) throw this.#damaged();
    return next;
  }

  /** Cells may stand in any order, but none twice: nobody can tell which of them counts. */
  #refuseTwice(bytes: Uint8Array, from: number, to: number): void {
    const cell = new CellScanner(this.prefix);
    const seen = new Set<number>();
    let cells = 0;
    for (let at = from; at < to; ) {
      while (bytes[at]! <= 32) at++;
      if (!isCell(bytes, at + this.prefix + 1)) {
        at = this.#passed(bytes, at, to);
        continue;
      }
      at = cell.scan(bytes, at, to);
      seen.add(cell.column);
      cells++;
    }
    if (seen.size === cells) return;
    const expected = this.cells + 1;
    throw new CrmError('sheet-cells', this.file, { sheet: this.sheet, expected, found: expected - cells + seen.size });
  }

  #outside(cell: string): CrmError {
    return new CrmError('sheet-address', this.file, { sheet: this.sheet, cell });
  }

  #damaged(): CrmError {
    return new CrmError('workbook-damaged', this.file);
  }
}

function isCell(bytes: Uint8Array, name: number): boolean {
  const after = bytes[name + 1]!;
  return bytes[name] === LETTER_C && (after === 32 || after === 62 || after === SLASH || (after > 8 && after < 14));
}

/** The number in the attribute `r` of a row; 0 where it has none. */
function rowNumber(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const isName = bytes[at] === 114 && bytes[at - 1]! <= 32;
    if (!isName) continue;
    let next = at + 1;
    while (bytes[next]! <= 32 && next < to) next++;
    if (bytes[next] !== 61) continue;
    next++;
    while ((bytes[next]! <= 32 || bytes[next] === 34 || bytes[next] === 39) && next < to) next++;
    let number = 0;
    for (; bytes[next]! >= 48 && bytes[next]! <= 57; next++) number = number * 10 + bytes[next]! - 48;
    return number;
  }
  return 0;
}

function addressAt(bytes: Uint8Array, from: number, end: number): string {
  let to = from;
  while (to < end && to < from + 20 && bytes[to] !== 34 && bytes[to] !== 39) to++;
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
}

/** `B7`, of a column from 0 and a line from 1. */
function cellName(column: number, line: number): string {
  let name = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  }
  return `${name}${line}`;
}
