import type { Kernels } from '../../kernel/kernels.js';
import { type Day, dayOfSeconds, NO_DAY } from '../../util/calendar.js';
import type { Dialect } from '../dialect.js';
import type { Columns } from '../merge/columns.js';
import type { MergedOrders } from '../merge/merge.js';
import type { CountingRules } from '../options.js';
import { askedOfOrders, meaningCodes } from './order-columns.js';
import { moneyOf, NO_AMOUNT_FOUND, withoutPostage } from './order-money.js';
import { needsAmount } from './uncounted.js';

/** What each order is worth and which day it belongs to. */
export interface Worth {
  readonly day: Int32Array;
  readonly gross: Float64Array;
  readonly refunded: Float64Array;
  /** Index into `findings` of order-money: how the amounts were found. */
  readonly found: Uint8Array;
  /** 1 = could be a sale and has no amount: it cannot be understood. */
  readonly lacking: Uint8Array;
}

/** The money and the day of every order. */
export function worthOf(
  { size, columns }: Pick<MergedOrders, 'size' | 'columns'>,
  meanings: readonly Dialect['refund'][],
  { excludePostage }: Pick<CountingRules, 'excludePostage'>,
  lent?: Kernels,
): Worth {
  const day = new Int32Array(size);
  const gross = new Float64Array(size);
  const refunded = new Float64Array(size);
  const found = new Uint8Array(size);
  const lacking = new Uint8Array(size);
  const worth = { day, gross, refunded, found, lacking };
  if (worthInKernel({ size, columns }, worth, meanings, excludePostage, lent)) return worth;
  for (let order = 0; order < size; order++) {
    day[order] = dayOfOrder(columns, order);
    const stated = moneyOf(columns, order, meanings[columns.paidSheet[order]!]!);
    const money = excludePostage ? withoutPostage(stated, columns.postage[order]!) : stated;
    gross[order] = money.gross;
    refunded[order] = money.refunded;
    found[order] = money.found;
    if (money.found === NO_AMOUNT_FOUND && needsAmount(columns, order, day[order]!)) lacking[order] = 1;
  }
  return worth;
}

function worthInKernel(
  { size, columns }: Pick<MergedOrders, 'size' | 'columns'>,
  worth: Worth,
  meanings: readonly Dialect['refund'][],
  excludePostage: boolean,
  lent?: Kernels,
): boolean {
  const { createdAt, paidAt, total, postage, paid, refund, paidSheet, stage, closeReason, has } = columns;
  return askedOfOrders(
    {
      size,
      given: { createdAt, paidAt, total, postage, paid, refund, paidSheet, stage, closeReason, has },
      made: { ...worth },
      told: { excludePostage: Number(excludePostage) },
      kept: { meanings: meaningCodes(meanings) },
      ask: (functions, job) => functions.worthOrders(job),
    },
    lent,
  );
}

/** Payment day; without a payment time the creation day (of an unpaid order, or where the files have no payment time). */
export function dayOfOrder(columns: Columns, order: number): Day {
  const paid = columns.paidAt[order]!;
  if (!Number.isNaN(paid)) return dayOfSeconds(paid);
  const created = columns.createdAt[order]!;
  return Number.isNaN(created) ? NO_DAY : dayOfSeconds(created);
}
