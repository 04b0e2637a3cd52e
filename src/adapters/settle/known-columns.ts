import { type KnownColumn, knownColumns } from '../../model/known-columns.js';
import { isConstant } from '../../util/is-constant.js';
import { knownBy } from '../known-fields.js';
import {
  type Columns,
  HAS_CLOSE_REASON,
  HAS_CREATED,
  HAS_REFUND,
  HAS_STATUS,
  HAS_TIME,
  STATUS_TELLS,
} from '../merge/columns.js';
import { isBeforeRefunds, type PaidMeaning } from '../merge/refund-reports.js';
import type { RowStore } from '../rows/rows.js';

/** The bit of a column in `known`. */
export const knownBit = (column: KnownColumn): number => 1 << knownColumns.indexOf(column);

const BEFORE_REFUNDS = knownBit('before-refunds');

const merged: readonly (readonly [number, KnownColumn])[] = [
  [HAS_CREATED, 'created'],
  [HAS_TIME, 'time'],
  [STATUS_TELLS, 'paid-by-status'],
  [HAS_STATUS, 'status'],
  [HAS_CLOSE_REASON, 'closeReason'],
  [HAS_REFUND, 'refund'],
];

/** Bits by `knownColumns` of what each sheet of the store has; refund reports are there for the orders of all of them. */
export function sheetsKnow({ sheets }: RowStore): readonly number[] {
  const reports = reportBits(sheets);
  return sheets.map(({ fields, orderNumbers }) => {
    let bits = reports;
    for (const column of knownColumns) {
      const has = knownBy[column].some((field) => fields.has(field));
      if (has && (column !== 'order' || orderNumbers)) bits |= knownBit(column);
    }
    return bits;
  });
}

/** All that `has` of merged columns can be. */
const HAS_ALL = 128;

function reportBits(sheets: RowStore['sheets']): number {
  let bits = 0;
  for (const sheet of sheets) {
    if (sheet.dialect.grain === 'refund' || sheet.fields.has('refundAmount')) bits |= knownBit('refund-report');
    if (tellsRefundDays(sheet)) bits |= knownBit('refund-days');
  }
  return bits;
}

/** Whether a sheet tells on which days refunds were paid back: a refund report, or orders normalised with one. */
export function tellsRefundDays({ dialect, fields }: RowStore['sheets'][number]): boolean {
  return fields.has('refundTime') || (dialect.grain === 'refund' && fields.has('completed'));
}

/**
 * Per order of the table: what the sheet of its newest state has, and what the merging knows of the older ones. `stated`:
 * the orders before refund reports had a say.
 */
export function knownOf(
  stated: Columns,
  ofSheet: readonly number[],
  orders: Int32Array,
  sheetOf: Int32Array,
  paidIn: PaidMeaning,
): Uint16Array {
  const { has } = stated;
  const bitsOf = new Uint16Array(ofSheet.length * HAS_ALL);
  for (let at = 0; at < bitsOf.length; at++) {
    bitsOf[at] = ofSheet[Math.floor(at / HAS_ALL)]!;
    for (const [bit, column] of merged) if ((at & bit) !== 0) bitsOf[at]! |= knownBit(column);
  }
  const known = new Uint16Array(orders.length);
  const first = orders.length === 0 ? 0 : has[orders[0]!]!;
  if ((first & HAS_REFUND) !== 0 && new Set(ofSheet).size === 1 && isConstant(has)) {
    return known.fill(bitsOf[first]!);
  }
  for (let at = 0; at < known.length; at++) {
    const order = orders[at]!;
    known[at] = bitsOf[sheetOf[at]! * HAS_ALL + has[order]!]!;
    if ((has[order]! & HAS_REFUND) === 0 && isBeforeRefunds(stated, order, paidIn)) known[at]! |= BEFORE_REFUNDS;
  }
  return known;
}
