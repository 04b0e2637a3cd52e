import {
  type Dictionary,
  type LineTable,
  NONE,
  type OrderTable,
  type OrderTexts,
  precisions,
  uncountedReasons,
} from '../../src/model/orders.js';
import { NO_DAY } from '../../src/util/calendar.js';

/** An order as a test writes it; everything left out is unknown or empty. */
export interface TestOrder {
  readonly customer?: string;
  readonly day?: number;
  /** Minor units. */
  readonly gross?: number;
  readonly refunded?: number;
  readonly units?: number;
  readonly currency?: string;
  readonly uncounted?: (typeof uncountedReasons)[number];
  /** Seconds after the start of the day. */
  readonly second?: number;
  readonly order?: string;
  readonly refundDays?: readonly (readonly [day: number, amount: number])[];
  readonly shop?: string;
  readonly platform?: string;
  readonly province?: string;
  readonly city?: string;
  /** The buyer's name as in the file. */
  readonly name?: string;
  readonly phone?: string;
  readonly status?: string;
  /** How exactly `second` is known; default: not at all. */
  readonly precision?: (typeof precisions)[number];
  readonly lines?: readonly TestLine[];
}

/** A product of an order as a test writes it. */
export interface TestLine {
  readonly product?: string;
  readonly quantity?: number;
  /** Minor units. */
  readonly amount?: number;
}

/** The order table of some orders, in their order: plain and slow. */
export function tableOf(orders: readonly TestOrder[]): OrderTable {
  const customers = dictionary(orders.map((order) => order.customer));
  const currencies = dictionary(orders.map((order) => order.currency ?? 'CNY'));
  const numbers = dictionary(orders.map((order) => order.order));
  const shops = dictionary(orders.map((order) => order.shop));
  const platforms = dictionary(orders.map((order) => order.platform));
  const provinces = dictionary(orders.map((order) => order.province));
  const cities = dictionary(orders.map((order) => order.city));
  const names = dictionary(orders.map((order) => order.name));
  const phones = dictionary(orders.map((order) => order.phone));
  const statuses = dictionary(orders.map((order) => order.status));
  const products = dictionary(orders.flatMap((order) => (order.lines ?? []).map(({ product }) => product)));
  const ints = (of: (order: TestOrder) => number) => Int32Array.from(orders, of);
  const floats = (of: (order: TestOrder) => number) => Float64Array.from(orders, of);
  const none = () => ints(() => NONE);
  const unknown = () => floats(() => Number.NaN);
  const refunds = orders.flatMap((order, row) =>
    (order.refundDays ?? []).map(([day, amount]) => ({ row, day, amount })),
  );
  const nothing = { size: 0, text: () => '' };
  return {
    size: orders.length,
    createdAt: unknown(),
    paidAt: floats(({ day, second }) => (day === undefined ? Number.NaN : day * 86_400 + (second ?? 0))),
    shippedAt: unknown(),
    completedAt: unknown(),
    refundedAt: unknown(),
    timePrecision: Uint8Array.from(orders, ({ precision }) => precisions.indexOf(precision ?? 'none')),
    day: ints(({ day }) => day ?? NO_DAY),
    gross: floats(({ gross }) => gross ?? 10_000),
    refunded: floats(({ refunded }) => refunded ?? 0),
    net: floats(({ gross, refunded }) => (gross ?? 10_000) - (refunded ?? 0)),
    postage: unknown(),
    discount: unknown(),
    listTotal: unknown(),
    units: ints(({ units }) => units ?? NONE),
    currency: currencies.codes,
    platform: platforms.codes,
    shop: shops.codes,
    stage: new Uint8Array(orders.length),
    status: statuses.codes,
    province: provinces.codes,
    city: cities.codes,
    customer: customers.codes,
    buyer: none(),
    account: none(),
    phone: phones.codes,
    receiver: none(),
    address: none(),
    file: ints(() => 0),
    sheet: ints(() => 0),
    line: ints(() => 0),
    order: numbers.codes,
    uncounted: Uint8Array.from(orders, ({ uncounted }) => uncountedReasons.indexOf(uncounted ?? 'valid')),
    known: new Uint16Array(orders.length),
    kinds: new Uint8Array(orders.length).fill(1),
    memo: none(),
    buyerName: names.codes,
    lines: linesOf(orders, products.codes),
    refunds: {
      size: refunds.length,
      orderRow: Int32Array.from(refunds, ({ row }) => row),
      day: Int32Array.from(refunds, ({ day }) => day),
      at: Float64Array.from(refunds, ({ day }) => day * 86_400),
      amount: Float64Array.from(refunds, ({ amount }) => amount),
      number: new Int32Array(refunds.length).fill(NONE),
    },
    texts: {
      ...textsOf(nothing),
      ...{ customer: customers.texts, currency: currencies.texts, order: numbers.texts, shop: shops.texts },
      ...{ platform: platforms.texts, province: provinces.texts, city: cities.texts, buyerName: names.texts },
      ...{ phone: phones.texts, status: statuses.texts, product: products.texts },
    },
  };
}

function linesOf(orders: readonly TestOrder[], product: Int32Array): LineTable {
  const lines = orders.flatMap((order, row) => (order.lines ?? []).map((line) => ({ ...line, row })));
  return {
    size: lines.length,
    orderRow: Int32Array.from(lines, ({ row }) => row),
    lineId: new Int32Array(lines.length).fill(NONE),
    product,
    sku: new Int32Array(lines.length).fill(NONE),
    listPrice: new Float64Array(lines.length).fill(Number.NaN),
    quantity: Int32Array.from(lines, ({ quantity }) => quantity ?? NONE),
    amount: Float64Array.from(lines, ({ amount }) => amount ?? Number.NaN),
    refunded: new Float64Array(lines.length).fill(Number.NaN),
  };
}

function textsOf(nothing: Dictionary): OrderTexts {
  return {
    ...{ currency: nothing, platform: nothing, shop: nothing, status: nothing, province: nothing, city: nothing },
    ...{ customer: nothing, buyer: nothing, account: nothing, phone: nothing, receiver: nothing, address: nothing },
    ...{ order: nothing, memo: nothing, buyerName: nothing, lineId: nothing, product: nothing, sku: nothing },
  };
}

function dictionary(texts: readonly (string | undefined)[]): { codes: Int32Array; texts: Dictionary } {
  const distinct = [...new Set(texts.filter((text) => text !== undefined))];
  const codes = new Map(distinct.map((text, code) => [text, code]));
  return {
    codes: Int32Array.from(texts, (text) => (text === undefined ? NONE : codes.get(text)!)),
    texts: { size: distinct.length, text: (code) => distinct[code] ?? '' },
  };
}
