import type { Coverage, ExclusionFacts } from '../../model/imported.js';
import { orderTable } from '../../model/order-builder.js';
import { NONE, type OrderTable } from '../../model/orders.js';
import type { AsOfReason } from '../../model/report.js';
import type { Day } from '../../util/calendar.js';
import { countsByCode } from '../../util/counts-by-code.js';
import { joined, madeLater } from '../../util/later.js';
import type { Dialect, Field } from '../dialect.js';
import { type Exclusions, exclusionsOf } from '../exclusions/exclusions.js';
import { type Customers, customersOf } from '../identity/identity.js';
import { type Columns, rowColumns } from '../merge/columns.js';
import type { MergedOrders } from '../merge/merge.js';
import { pickedBytes } from '../merge/picked.js';
import { withSheetDefault } from '../merge/sheet-defaults.js';
import type { CountingRules } from '../options.js';
import type { RowStore } from '../rows/rows.js';
import { ColumnPicker } from './column-picker.js';
import { tellsRefundDays } from './known-columns.js';
import { type OrderFacts, orderFacts } from './order-facts.js';
import type { DayRange } from './out-of-range.js';
import { rowAmounts } from './row-amounts.js';
import { type Settled, settle } from './settle.js';
import { type SheetPosition, tableColumns, tableTexts } from './table-columns.js';
import { tableLines } from './table-lines.js';
import { lastRefunds, tableRefunds } from './table-refunds.js';
import { tableSequence } from './table-sequence.js';
import { type Understood, understood } from './understood.js';

/** The order table, and everything about its making that is counted, listed or said. */
export interface OrdersMade {
  readonly table: OrderTable;
  readonly asOf: Day;
  readonly asOfReason: AsOfReason;
  readonly has: Coverage;
  readonly rows: Columns;
  /** What became of each row; see row-fate. */
  readonly fate: Uint8Array;
  /** Net of each row in minor units; those of the rows used sum to the orders, see `rowAmounts`. */
  readonly amount: Float64Array;
  readonly merged: MergedOrders;
  readonly settled: Settled;
  readonly rules: CountingRules;
  /** The merged orders in the sequence of the table. */
  readonly orders: Int32Array;
  readonly customers: Customers;
  readonly days: DayRange;
  readonly meanings: readonly Dialect['refund'][];
  readonly refunds: Understood['refunds'];
  readonly parcels: Understood['parcels'];
  /** Orders whose amount was spread over their lines. */
  readonly spread: number;
  /** Code of the currency with most orders, NONE without orders. */
  readonly mainCurrency: number;
  readonly exclusions: ExclusionFacts | null;
  readonly facts: OrderFacts;
}

/** Makes the order table out of the rows of all files. Pure; linear save for orders that have equal times. */
export function toOrders(store: RowStore, positions: readonly SheetPosition[], rules: CountingRules): OrdersMade {
  const dialects = store.sheets.map(({ dialect }) => dialect);
  const platform = withSheetDefault(
    store.platform,
    store.texts.platform,
    store.sheet,
    dialects.map((one) => one.platform),
  );
  const currency = withSheetDefault(
    store.currency,
    store.texts.currency,
    store.sheet,
    dialects.map((one) => one.currency),
  );
  const bare = rowColumns(store, platform, currency);
  const told = understood(store, bare, rules);
  const { rows, fate, days, merged, meanings, worth, refunds, parcels } = told;
  const exclusions = exclusionsOf(merged, store.texts, rules.exclusions);
  const orders = tableSequence(merged, joined(store.texts, { platform: platform.texts }));
  const made = (excluded: Exclusions | null) => {
    const settled = settle(merged, worth, { rows, fate, days }, rules, excluded?.ruleOf ?? null);
    const known = { ...rules.identity, platforms: platform.texts, uncounted: settled.uncounted };
    return { settled, customers: customersOf(merged.columns, orders, store.texts, known) };
  };
  const { settled, customers } = made(exclusions);
  const picker = new ColumnPicker(orders, merged.size);
  const { lines, spread } = tableLines(merged, settled, picker, meanings);
  const added = { platform: platform.texts, currency: currency.texts };
  const table = orderTable(
    joined(
      tableColumns(store, merged, told, settled, customers, picker, positions),
      madeLater({ refundedAt: refundTimes(refunds, picker) }),
    ),
    lines,
    tableRefunds(refunds, orders, store.texts.lineId),
    tableTexts(store, merged.columns, customers, added),
  );
  const whole = exclusions === null ? null : made(null);
  const mainCurrency = mainCurrencyOf(table);
  return {
    ...{ table, asOf: settled.asOf, asOfReason: settled.asOfReason, has: coverageOf(store), rows, fate },
    amount: rowAmounts(rows, merged, worth, fate, meanings, rules.excludePostage),
    ...{ merged, settled, rules, orders, customers, days, meanings, refunds, parcels, spread },
    mainCurrency,
    facts: orderFacts({ merged, meanings, settled, mainCurrency }),
    exclusions: exclusions === null || whole === null ? null : exclusionFacts(exclusions, table, orders, whole),
  };
}

/** Times of the last refunds, found when they are asked for. Holds nothing else, so that the rest can be let go of. */
function refundTimes(refunds: Understood['refunds'], picker: ColumnPicker): () => Float64Array {
  return () => (refunds === null ? picker.constantFloat(Number.NaN) : lastRefunds(refunds, picker.rows));
}

/** What the exclusions did, with the table as it would be without them: who counts, and who is who. */
function exclusionFacts(
  { rules, ruleOf }: Exclusions,
  table: OrderTable,
  orders: Int32Array,
  { settled, customers }: Pick<OrdersMade, 'settled' | 'customers'>,
): ExclusionFacts {
  const without = joined(table, {
    uncounted: pickedBytes(settled.uncounted, orders),
    customer: customers.customer,
    texts: Object.freeze(joined(table.texts, { customer: customers.texts })),
  });
  return { rules, ruleOf: Uint16Array.from(orders, (order) => ruleOf[order]!), without: Object.freeze(without) };
}

function coverageOf({ sheets }: RowStore): Coverage {
  const has = (...fields: Field[]) => sheets.some((sheet) => fields.some((field) => sheet.fields.has(field)));
  return {
    order: sheets.some(({ orderNumbers }) => orderNumbers),
    buyer: has('buyer', 'account', 'phone'),
    paidAt: has('time'),
    createdAt: has('created'),
    status: has('status'),
    refund: has('refund', 'refundAmount'),
    units: has('quantity'),
    product: has('title', 'product', 'productCode'),
    refundDays: sheets.some(tellsRefundDays),
  };
}

/** The currency with most orders; of equal ones the first by its code of three letters. */
function mainCurrencyOf({ currency, texts }: OrderTable): number {
  const counts = countsByCode(currency);
  const byName = [...counts].sort(([one], [other]) => (texts.currency.text(one) < texts.currency.text(other) ? -1 : 1));
  let best = NONE;
  for (const [code, count] of byName) if (count > (counts.get(best) ?? 0)) best = code;
  return best;
}
