import type { Cell, Table } from '../../model/report.js';
import type { Canvas } from './canvas.js';
import { isClassName } from './class-shades.js';
import type { Painter } from './paint.js';

/** The colour of each row: that of its recency class in a table of classes, else none. */
export function rowPainters(
  { paint }: Canvas,
  table: Table,
  rows: readonly (readonly Cell[])[],
): readonly (Painter | undefined)[] {
  const at = table.columns.findIndex(({ key }) => key === 'class');
  return rows.map((row) => {
    const key = row[at];
    return isClassName(key) ? paint.classes[key] : undefined;
  });
}
