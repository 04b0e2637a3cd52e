import type { OrderTable } from '../../model/orders.js';
import type { Cell, Clock, Currency, Table } from '../../model/report.js';
import { currencyOf } from '../../util/currency.js';
import { knownOf, type OrderContext, orderColumns } from './order-columns.js';
import { lineOffsetsOf } from './order-lines.js';

/** The code ISO 4217 has for "no currency": the orders of the table are in several. */
const SEVERAL = 'XXX';

/** The normalised orders and the decimals that their amounts are written with. */
export interface NormalOrders {
  readonly table: Table;
  readonly currency: Currency;
}

/**
 * Every order that was read, uncounted ones too, in the sequence of the order table: one row per product line, one for
 * an order without. Amounts are written with the decimals of the currency that has most of them. Rows are made as they
 * are walked; linear.
 */
export function normalOrders(orders: OrderTable, { zone }: Clock): NormalOrders {
  const currencies = [...new Set(orders.currency)].map((code) => ({
    code,
    ...{ currency: currencyOf(orders.texts.currency.text(code)) },
  }));
  const decimals = Math.max(0, ...currencies.map(({ currency }) => currency.decimals));
  const scale: number[] = [];
  for (const { code, currency } of currencies) scale[code] = 10 ** (decimals - currency.decimals);
  const [first, ...others] = currencies;
  const code = first === undefined || others.length > 0 ? SEVERAL : first.currency.code;
  return { table: tableOf({ orders, zone, scale }), currency: { code, decimals } };
}

function tableOf(context: OrderContext): Table {
  return {
    id: 'orders',
    definition: '',
    window: null,
    columns: orderColumns.map(({ key, unit }) => ({ key, unit })),
    rows: { [Symbol.iterator]: () => rows(context) },
    view: 'plain',
    machine: true,
    notes: [],
  };
}

function* rows(context: OrderContext): Generator<readonly Cell[]> {
  const offsets = lineOffsetsOf(context.orders);
  for (let order = 0; order < context.orders.size; order++) {
    const first = offsets[order]!;
    const lines = offsets[order + 1]! - first;
    const known = knownOf(context.orders, order, first, first + lines);
    for (let nth = 1; nth <= Math.max(1, lines); nth++) {
      const row = { order, line: lines === 0 ? -1 : first + nth - 1, nth, lines, known };
      yield orderColumns.map(({ cell }) => cell(context, row));
    }
  }
}
