import type { Imported } from '../../model/imported.js';
import type { Cell, Currency, Table } from '../../model/report.js';
import { currencyOf } from '../../util/currency.js';
import type { OrderContext } from './order-column.js';
import { knownOf, orderColumns } from './order-columns.js';
import { lineOffsetsOf, offsetsOf } from './order-lines.js';
import { refundRows } from './refund-rows.js';

/** The code ISO 4217 has for "no currency": the orders of the table are in several. */
const SEVERAL = 'XXX';

/** What normalised orders are made from. */
export type NormalSource = Pick<Imported, 'table' | 'clock' | 'has' | 'refundsElsewhere'>;

/** The normalised orders and the decimals that their amounts are written with. */
export interface NormalOrders {
  readonly table: Table;
  readonly currency: Currency;
}

/**
 * Every order that was read, uncounted ones too, in the sequence of the order table: one row per product line, one for
 * an order without, and more where it has more refunds; then the refunds of orders in no file. Amounts are written with
 * the decimals of the currency that has most of them. Rows are made as they are walked; linear.
 */
export function normalOrders(source: NormalSource): NormalOrders {
  const { table: orders, clock, refundsElsewhere } = source;
  const codes = new Map([...new Set(orders.currency)].map((code) => [orders.texts.currency.text(code), code]));
  const names = [...new Set([...codes.keys(), ...refundsElsewhere.map(({ currency }) => currency)])];
  const currencies = names.map((name) => ({ name, ...currencyOf(name) }));
  const decimals = Math.max(0, ...currencies.map((currency) => currency.decimals));
  const scaleOf = new Map(currencies.map((currency) => [currency.name, 10 ** (decimals - currency.decimals)]));
  const scale: number[] = [];
  for (const [name, code] of codes) scale[code] = scaleOf.get(name) ?? 1;
  const [first, ...others] = currencies;
  const code = first === undefined || others.length > 0 ? SEVERAL : first.code;
  const rows = function* (): Generator<readonly Cell[]> {
    yield* orderRows({ orders, zone: clock.zone, scale });
    yield* refundRows(source, (name) => scaleOf.get(name) ?? 1);
  };
  return { table: tableOf(rows), currency: { code, decimals } };
}

function tableOf(rows: () => Iterator<readonly Cell[]>): Table {
  return {
    id: 'orders',
    definition: '',
    window: null,
    columns: orderColumns.map(({ key, unit }) => ({ key, unit })),
    rows: { [Symbol.iterator]: rows },
    view: 'plain',
    machine: true,
    notes: [],
  };
}

function* orderRows(context: OrderContext): Generator<readonly Cell[]> {
  const offsets = lineOffsetsOf(context.orders);
  const refunds = offsetsOf(context.orders.refunds, context.orders.size);
  for (let order = 0; order < context.orders.size; order++) {
    const first = offsets[order]!;
    const lines = offsets[order + 1]! - first;
    const known = knownOf(context.orders, order, first, first + lines);
    const firstRefund = refunds[order]!;
    const ownRefunds = refunds[order + 1]! - firstRefund;
    for (let nth = 1; nth <= Math.max(1, lines, ownRefunds); nth++) {
      const line = nth > lines ? -1 : first + nth - 1;
      const refund = nth > ownRefunds ? -1 : firstRefund + nth - 1;
      const row = { order, line, refund, nth, lines, known };
      yield orderColumns.map(({ cell }) => cell(context, row));
    }
  }
}
