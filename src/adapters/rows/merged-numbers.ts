import type { Mapping } from '../dialect.js';
import { HEAD_ROWS } from '../identify/header-row.js';
import type { LineRange, Sheet } from '../read/sheet.js';

/** Lines whose order number is merged with the one above; null where the file cannot tell or need not be asked. */
export interface MergedNumbers {
  readonly some: boolean;
  has(line: number): boolean;
}

/**
 * Asks a workbook which order numbers are merged cells. Only where it matters: in a layout that leaves the numbers of
 * further products blank, or where one of the first rows has none.
 */
export async function mergedNumbers(sheet: Sheet, mapping: Mapping): Promise<MergedNumbers | null> {
  const positions = mapping.columns.filter(({ field }) => field === 'order').map(({ position }) => position);
  if (sheet.continued === undefined || positions.length === 0) return null;
  if (mapping.dialect.continues !== true && !(await lacksNumbers(sheet, mapping, positions))) return null;
  const ranges: LineRange[] = [];
  for (const position of positions) ranges.push(...(await sheet.continued(position)));
  ranges.sort((one, other) => one.from - other.from);
  return { some: ranges.length > 0, has: (line) => holds(ranges, line) };
}

async function lacksNumbers(sheet: Sheet, { skipRows }: Mapping, positions: readonly number[]): Promise<boolean> {
  const rows = (await sheet.head(HEAD_ROWS)).slice(skipRows);
  return rows.some(({ cells }) => positions.every((position) => (cells[position]?.kind ?? 'blank') === 'blank'));
}

/** By halves; merged cells do not overlap. */
function holds(ranges: readonly LineRange[], line: number): boolean {
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle]!;
    if (line < range.from) high = middle - 1;
    else if (line > range.to) low = middle + 1;
    else return true;
  }
  return false;
}
