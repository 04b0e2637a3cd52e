import { dayOfSeconds } from '../../util/calendar.js';
import { holdsByte } from '../../util/holds-byte.js';
import { joined } from '../../util/later.js';
import type { Dialect } from '../dialect.js';
import type { Columns } from '../merge/columns.js';
import type { Groups } from '../merge/groups.js';
import { type MergedOrders, mergeRows } from '../merge/merge.js';
import { orderGroups, rowHashes } from '../merge/order-keys.js';
import { type LentParcels, withParcels } from '../merge/parcel-reports.js';
import { type PaidMeaning, type ReportedRefunds, reportedRefunds, withRefunds } from '../merge/refund-reports.js';
import { NO_AMOUNT, OUT_OF_RANGE } from '../merge/row-fate.js';
import { firstFates } from '../merge/side-rows.js';
import type { CountingRules } from '../options.js';
import type { RowStore } from '../rows/rows.js';
import { believableDays, type DayRange, lastTimeOf } from './out-of-range.js';
import { refundMeanings } from './refund-meaning.js';
import { type Worth, worthOf } from './worth.js';

/** The orders that could be understood, out of the rows that were not rejected. */
export interface Understood {
  /** The rows, with the hashes that are needed. */
  readonly rows: Columns;
  /** What became of each row; see row-fate. */
  readonly fate: Uint8Array;
  readonly days: DayRange;
  readonly merged: MergedOrders;
  readonly meanings: readonly Dialect['refund'][];
  /** What the orders' own reports say, before refund reports had a say. */
  readonly stated: Columns;
  readonly paidIn: PaidMeaning;
  readonly worth: Worth;
  /** What refund reports told; null without such a report. */
  readonly refunds: ReportedRefunds | null;
  /** What shipping reports told, likewise. */
  readonly parcels: Omit<LentParcels, 'merged'> | null;
}

/**
 * Rejects rows whose day is out of range and rows of orders without an amount, and makes orders of the others. A
 * rejected row must not change any number (it could be the only one with a shop, or widen the range of days), so after
 * rejecting rows for want of an amount all is done again without them; nearly always once more is enough.
 */
export function understood(store: RowStore, rows: Columns, rules: CountingRules): Understood {
  const fate = firstFates(store);
  for (;;) {
    const pass = onePass(store, rows, fate.slice(), rules);
    if (!holdsByte(pass.worth.lacking, 1)) return pass;
    let lacking = 0;
    for (let row = 0; row < store.size; row++) {
      const order = pass.merged.orderOfRow[row]!;
      if (order < 0 || pass.worth.lacking[order] === 0) continue;
      fate[row] = NO_AMOUNT;
      lacking++;
    }
    if (lacking === 0) return pass;
  }
}

function onePass(store: RowStore, bare: Columns, fate: Uint8Array, rules: CountingRules): Understood {
  const all = orderGroups(store, bare, fate);
  const days = believableDays(bare, all);
  const beyond = rejectBeyond(bare, all, days, fate);
  const groups = beyond === 0 ? all : orderGroups(store, bare, fate);
  const rows = joined(bare, { hash: rowHashes(store, groups) });
  const made = mergeRows(store, rows, groups, fate);
  const meanings = refundMeanings(made, store.sheets);
  const refunds = reportedRefunds(store, rows, made, fate);
  const parcels = withParcels(store, rows, made, fate);
  const placed = parcels?.merged ?? made;
  const paidIn: PaidMeaning = {
    isNet: (sheet) => meanings[sheet] === 'paid-is-net',
    isBefore: (sheet) => store.sheets[sheet]!.beforeRefunds === true,
  };
  const merged = refunds === null ? placed : withRefunds(placed, refunds, paidIn);
  const told = { stated: placed.columns, paidIn, refunds, parcels };
  return { rows, fate, days, merged, meanings, worth: worthOf(merged, meanings, rules), ...told };
}

/** Rejects the rows whose day is out of range, and counts them. */
function rejectBeyond(rows: Columns, { members }: Groups, { end }: DayRange, fate: Uint8Array): number {
  if (end === Number.POSITIVE_INFINITY) return 0;
  let beyond = 0;
  for (const row of members) {
    if (!(dayOfSeconds(lastTimeOf(rows, row)) >= end)) continue;
    fate[row] = OUT_OF_RANGE;
    beyond++;
  }
  return beyond;
}
