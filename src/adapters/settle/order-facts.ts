import type { Kernels } from '../../kernel/kernels.js';
import type { Dialect } from '../dialect.js';
import type { MergedOrders } from '../merge/merge.js';
import { askedOfOrders, meaningCodes } from './order-columns.js';
import { findings } from './order-money.js';
import { factsOneByOne } from './plain-order-facts.js';
import type { Evidence, TotalCheck } from './refund-meaning.js';
import type { Settled } from './settle.js';

/** What there is to say of the amounts of all orders: counted in one walk over them. */
export interface OrderFacts {
  readonly check: TotalCheck;
  /** By sheet of the store: what the amounts say of what `paid` means. */
  readonly evidence: readonly Evidence[];
  /** Orders whose total is neither goods + postage nor that less the discount (which some reports have taken off already). */
  readonly unlike: number;
  /** Orders with a negative amount, or with more refunded than paid. */
  readonly odd: number;
  /** Orders with an amount paid, whose status (if any) says paid, but whose payment time is blank: they count as unpaid. */
  readonly timeless: { readonly orders: number; readonly amount: number };
  /** By `findings`: orders whose amounts were found so. */
  readonly found: readonly number[];
}

/** The orders and what they were settled to. */
export interface FactsFrom {
  readonly merged: MergedOrders;
  readonly meanings: readonly Dialect['refund'][];
  readonly settled: Settled;
  readonly mainCurrency: number;
}

/** Numbers counted by the kernel before those of the findings. */
const BEFORE = 6;

export function orderFacts(from: FactsFrom, lent?: Kernels): OrderFacts {
  const { merged, meanings, settled, mainCurrency } = from;
  const facts = new Float64Array(BEFORE + findings.length);
  const evidence = new Int32Array(meanings.length * 3);
  const { total, goods, postage, discount, paid, refund, paidAt, stage, has, paidSheet, currency } = merged.columns;
  const { gross, refunded, found, uncounted } = settled;
  const isAnswered = askedOfOrders(
    {
      size: merged.size,
      given: {
        ...{ total, goods, postage, discount, paid, refund, paidAt, stage, has, paidSheet, currency },
        ...{ gross, refunded, found, uncounted },
      },
      told: { mainCurrency },
      kept: { facts, evidence, meanings: meaningCodes(meanings) },
      ask: (functions, job) => functions.addFacts(job),
    },
    lent,
  );
  if (!isAnswered) return factsOneByOne(from);
  const [checked = 0, holds = 0, unlike = 0, odd = 0, timeless = 0, amount = 0] = facts;
  return {
    check: { orders: checked, holds },
    evidence: meanings.map((_, sheet) => evidenceAt(evidence, sheet)),
    ...{ unlike, odd, timeless: { orders: timeless, amount } },
    found: [...facts.subarray(BEFORE)],
  };
}

function evidenceAt(counts: Int32Array, sheet: number): Evidence {
  const [orders, net, gross] = counts.subarray(sheet * 3, sheet * 3 + 3);
  return { orders: orders!, net: net!, gross: gross! };
}
