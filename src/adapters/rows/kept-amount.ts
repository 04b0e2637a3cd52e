import type { Dialect, Field } from '../dialect.js';
import { minorBy } from '../values/money.js';
import type { SheetCells } from './sheet-cells.js';

/**
 * What a row says the shop kept: paid (else the total) less the refund, in minor units; 0 where that cannot be read.
 * `unit`: the ten-thousandths of a minor unit.
 */
export function keptAmount(cells: SheetCells, { refund }: Dialect, row: number, unit: number): number {
  const minor = (field: Field) => minorBy(cells.of(field).value(row), unit);
  const paid = cells.of('paid').present ? minor('paid') : minor('total');
  const back = refund === 'paid-is-net' ? Number.NaN : minor('refund');
  return Number.isNaN(paid) ? 0 : paid - (Number.isNaN(back) ? 0 : back);
}
