import type { Table } from '../../model/report.js';
import { wrap } from '../../util/wrap.js';
import { coverageTexts } from '../coverage.js';
import type { Canvas } from './canvas.js';

/** The reconciliation under the head of the page: what was counted, and in grey what was left out and why. */
export function coverageLines({ lang, width, paint }: Canvas, table: Table): readonly string[] {
  const { counted, left } = coverageTexts(table, lang);
  return [...wrap(counted, width), ...wrap(left, width).map(paint.quiet)];
}
