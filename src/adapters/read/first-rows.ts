import type { Cell, HeadRow } from './sheet.js';

/**
 * The first `wanted` rows of a file that comes in batches, after those that are known already; blank rows, of which
 * `cellsOf` answers null, do not count. Stops reading as soon as they are there.
 */
export async function firstRows<Row extends { readonly line: number }>(
  batches: AsyncIterable<readonly Row[]>,
  wanted: number,
  cellsOf: (row: Row) => readonly Cell[] | null,
  before: readonly HeadRow[] = [],
): Promise<readonly HeadRow[]> {
  const rows = before.slice(0, Math.max(0, wanted));
  if (rows.length >= wanted) return rows;
  for await (const batch of batches) {
    for (const row of batch) {
      const cells = cellsOf(row);
      if (cells === null) continue;
      rows.push({ line: row.line, cells });
      if (rows.length === wanted) return rows;
    }
  }
  return rows;
}
