import type { Counted, Imported } from '../model/imported.js';
import { NONE, uncountedReasons } from '../model/orders.js';
import type { Cell, Table } from '../model/report.js';
import { sumAt, sumOf } from '../util/sums.js';
import { currenciesByOrders } from './currencies.js';
import type { AnalysisInput } from './metric.js';
import { rowsIn } from './period.js';

type Step = readonly [step: string, count: number, amount: number | null];

/**
 * From rows to customers, in steps that sum exactly in count and money (Σ net as the files state it, minor units):
 * rows.read = used + duplicate + Σ rejected; orders = Σ uncounted + valid (+ orders of other currencies);
 * with a window valid = before + in (+ after, if the as-of day is later); purchases are those of all customers up to
 * the as-of day. Covers everything read. Amounts of rows are known in the currency with most orders only, those of
 * orders in the currency of the input only; elsewhere null. One walk over the table.
 */
export function reconciliation(imported: Imported, input: AnalysisInput): Table {
  const rows: readonly (readonly Cell[])[] = [
    ...rowSteps(imported, input),
    ...orderSteps(input),
    ...windowSteps(input),
    ...customerSteps(input),
  ];
  return {
    id: 'reconciliation',
    definition: '',
    window: null,
    columns: [
      { key: 'step', unit: 'text' },
      { key: 'count', unit: 'count' },
      { key: 'amount', unit: 'money' },
    ],
    rows,
    view: 'plain',
    notes: [],
  };
}

function rowSteps({ rows }: Imported, { orders, scope }: AnalysisInput): readonly Step[] {
  const main = currenciesByOrders(orders)[0];
  const sameCurrency = main === undefined || main === scope.currencyCode;
  const step = (name: string, { count, amount }: Counted): Step => [name, count, sameCurrency ? amount : null];
  return [
    step('rows.read', rows.read),
    step('rows.used', rows.used),
    step('rows.duplicate', rows.duplicate),
    ...[...rows.rejected].map(([reason, counted]) => step(`rows.rejected.${reason}`, counted)),
  ];
}

function orderSteps({ orders, scope }: AnalysisInput): readonly Step[] {
  const counts = new Float64Array(uncountedReasons.length);
  const amounts = new Float64Array(uncountedReasons.length);
  let others = 0;
  let all = 0;
  for (let row = 0; row < orders.size; row++) {
    if (orders.currency[row] !== scope.currencyCode) {
      others++;
      continue;
    }
    counts[orders.uncounted[row]!]!++;
    amounts[orders.uncounted[row]!]! += orders.net[row]!;
    all += orders.net[row]!;
  }
  const uncounted = uncountedReasons
    .map((reason, index): Step => [`orders.uncounted.${reason}`, counts[index]!, amounts[index]!])
    .filter(([, count], index) => index > 0 && count > 0);
  return [
    ['orders', orders.size, all],
    ...(others === 0 ? [] : [['orders.other-currency', others, null] satisfies Step]),
    ...uncounted,
    ['orders.valid', counts[0]!, amounts[0]!],
  ];
}

function windowSteps(input: AnalysisInput): readonly Step[] {
  const { window } = input.scope;
  if (window === null) return [];
  const step = (name: string, from: number, to: number): Step => {
    const rows = rowsIn(input, { from, to });
    return [`orders.valid.${name}`, rows.length, netOf(input, rows)];
  };
  const after = step('after-window', window.to + 1, Number.MAX_SAFE_INTEGER - 1);
  return [
    step('before-window', Number.MIN_SAFE_INTEGER, window.from - 1),
    step('in-window', window.from, window.to),
    ...(after[1] === 0 ? [] : [after]),
  ];
}

function customerSteps(input: AnalysisInput): readonly Step[] {
  const { history, orders, validRows } = input;
  let without = 0;
  let lacking = 0;
  for (let at = 0; at < validRows.length; at++) {
    const row = validRows[at]!;
    if (orders.customer[row] !== NONE) continue;
    without++;
    lacking += orders.net[row]!;
  }
  return [
    ['orders.without-customer', without, lacking],
    ['purchases', history.day.length, sumOf(history.net)],
    ['customers', history.customers, null],
  ];
}

function netOf({ orders }: AnalysisInput, rows: Int32Array): number {
  return sumAt(orders.net, rows);
}
