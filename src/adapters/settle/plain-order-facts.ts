import { stages } from '../../model/orders.js';
import { HAS_PAID } from '../merge/columns.js';
import type { FactsFrom, OrderFacts } from './order-facts.js';
import { findings } from './order-money.js';
import { evidenceOf, totalCheck } from './refund-meaning.js';
import { REASON } from './uncounted.js';

const NO_STATUS = stages.indexOf('none');
const PAID = stages.indexOf('paid');
const COMPLETED = stages.indexOf('completed');

/** The facts without the kernel: each by itself. */
export function factsOneByOne(from: FactsFrom): OrderFacts {
  const { merged, meanings, settled } = from;
  const found = findings.map(() => 0);
  for (let order = 0; order < merged.size; order++) found[settled.found[order]!]!++;
  return {
    check: totalCheck(merged, meanings),
    evidence: evidenceOf(merged, meanings.length),
    ...{ unlike: unlikeOf(from), odd: oddOf(from), timeless: timelessOf(from), found },
  };
}

function unlikeOf({ merged }: FactsFrom): number {
  const { total, goods, postage, discount } = merged.columns;
  let count = 0;
  for (let order = 0; order < merged.size; order++) {
    const off = total[order]! - goods[order]! - (postage[order]! || 0);
    const less = discount[order]! || 0;
    if (Math.abs(off) > 1 && Math.abs(off + less) > 1 && Math.abs(off - less) > 1) count++;
  }
  return count;
}

function oddOf({ merged, settled }: FactsFrom): number {
  let count = 0;
  for (let order = 0; order < merged.size; order++) {
    const gross = settled.gross[order]!;
    const refunded = settled.refunded[order]!;
    if (gross < 0 || refunded < 0 || refunded > gross) count++;
  }
  return count;
}

function timelessOf({ merged, settled, mainCurrency }: FactsFrom): OrderFacts['timeless'] {
  let orders = 0;
  let amount = 0;
  for (let order = 0; order < merged.size; order++) {
    const stage = merged.columns.stage[order]!;
    const net = settled.gross[order]! - settled.refunded[order]!;
    const told = stage === NO_STATUS || (stage >= PAID && stage <= COMPLETED);
    if (settled.uncounted[order] !== REASON.unpaid || !told || net <= 0) continue;
    if ((merged.columns.has[order]! & HAS_PAID) === 0) continue;
    orders++;
    if (merged.columns.currency[order] === mainCurrency) amount += net;
  }
  return { orders, amount };
}
