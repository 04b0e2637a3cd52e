import { dialects } from '../dialects/index.generated.js';
import type { Cell, HeadRow } from '../read/sheet.js';
import { normalHeader, withoutCurrency } from './header.js';
import { headerIndex } from './header-index.js';
import { otherTables, purchaseWords, statisticsWords } from './other-tables.js';

/** The row that names the columns. */
export interface HeaderRow {
  /** Index among the first rows. */
  readonly index: number;
  readonly line: number;
  /** The names as in the file, '' for columns without one. */
  readonly names: readonly string[];
}

/** Rows that are looked at to find the header: title lines and notes above it are rarely more than four. */
export const HEAD_ROWS = 15;

let known: ReadonlySet<string> | null = null;

/**
 * The first of the rows that hold the most known names, so that title lines, notes and `sep=` above it are passed over.
 * Where no row holds any, the first with the most texts; null where no row has a text at all.
 */
export function findHeader(head: readonly HeadRow[], wanted: readonly string[]): HeaderRow | null {
  known ??= knownNames();
  const asked = new Set(wanted.map(normalHeader));
  let best: { readonly row: HeadRow; readonly index: number; readonly score: number } | null = null;
  for (const [index, row] of head.slice(0, HEAD_ROWS).entries()) {
    const names = new Set(row.cells.map((cell) => normalHeader(cellText(cell))).filter((name) => name !== ''));
    const hits = [...names].filter((name) => asked.has(name) || isKnown(name)).length;
    const texts = row.cells.filter((cell) => cell.kind === 'text').length;
    const score = hits * 1000 + (texts > 0 ? Math.min(999, texts) : 0);
    if (score > 0 && (best === null || score > best.score)) best = { row, index, score };
  }
  if (best === null) return null;
  return { index: best.index, line: best.row.line, names: best.row.cells.map(cellText) };
}

/** A cell of the header row as text; numbers and errors name nothing. */
export function cellText(cell: Cell): string {
  if (cell.kind === 'number') return String(cell.value);
  return cell.kind === 'text' ? cell.text : '';
}

function isKnown(name: string): boolean {
  return (
    known?.has(name) === true ||
    known?.has(withoutCurrency(name)) === true ||
    (name.length < 30 && (statisticsWords.test(name) || purchaseWords.test(name)))
  );
}

function knownNames(): ReadonlySet<string> {
  const names = dialects.flatMap((dialect) => [...headerIndex(dialect).keys()]);
  const marks = otherTables.flatMap((table) => table.marks.flat()).map(normalHeader);
  return new Set([...names, ...marks]);
}
