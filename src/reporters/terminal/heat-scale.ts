import type { Cell } from '../../model/report.js';
import type { Matrix, MatrixRow } from '../matrix.js';

/** Smaller cohorts do not set the scale: one returning customer of three would bleach all others. */
const SMALL = 30;

/** The numbers that get the faintest and the strongest colour. */
export interface HeatScale {
  readonly from: number;
  readonly to: number;
}

/** Of the cohorts that are not small, else of all. Rates start at 0, sums at the smallest: none of them is near 0. */
export function heatScale({ rows, unit }: Pick<Matrix, 'rows' | 'unit'>): HeatScale {
  const large = rows.filter(({ size }) => typeof size === 'number' && size >= SMALL);
  const [from, to] = ends(large.length > 0 ? large : rows);
  return { from: unit === 'ratio' ? 0 : from, to };
}

/** Which of the steps a number gets, from 0; what lies outside the scale gets its end. Null for nothing. */
export function heatStep(cell: Cell, { from, to }: HeatScale, steps: number): number | null {
  if (typeof cell !== 'number' || steps === 0) return null;
  if (to <= from || cell <= from) return 0;
  return Math.min(steps - 1, Math.floor(((cell - from) / (to - from)) * steps));
}

function ends(rows: readonly MatrixRow[]): readonly [smallest: number, largest: number] {
  let [smallest, largest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { cells } of rows) {
    for (const cell of cells.values()) {
      if (typeof cell !== 'number') continue;
      smallest = Math.min(smallest, cell);
      largest = Math.max(largest, cell);
    }
  }
  return largest < smallest ? [0, 0] : [smallest, largest];
}
