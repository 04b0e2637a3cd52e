import fc from 'fast-check';
import { type Shop, START } from './drawn.js';
import type { TestOrder } from './order-table.js';

export interface ShopShape {
  readonly customers?: number;
  /** Fewest and most orders. */
  readonly fewest?: number;
  readonly orders?: number;
  readonly days?: number;
  /** Every order valid and with a customer, so that many gaps close. */
  readonly clean?: boolean;
}

/** Any small shop: few customers who come often, some orders without one, refunds, and orders that do not count. */
export function anyShop({
  customers = 8,
  fewest = 0,
  orders = 60,
  days = 420,
  clean = false,
}: ShopShape = {}): fc.Arbitrary<Shop> {
  const order = fc.record({
    customer: fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: customers }) }, fc.constant(0)),
    day: fc.integer({ min: 0, max: days - 1 }),
    second: fc.constantFrom(0, 0, 30_000, 70_000),
    gross: fc.integer({ min: 1, max: 100_000 }),
    refund: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.double({ min: 0, max: 1, noNaN: true })),
    wait: fc.option(fc.integer({ min: 0, max: 40 })),
    units: fc.integer({ min: -1, max: 3 }),
    fate: fc.oneof({ weight: 6, arbitrary: fc.constant('valid' as const) }, fc.constantFrom('unpaid', 'closed')),
  });
  const asOf = START + Math.floor(days * 0.95);
  const drawnOrders = fc.array(order, { minLength: fewest, maxLength: orders });
  return fc.tuple(drawnOrders, fc.boolean()).map(([drawn, numbered]) => ({
    asOf,
    orders: drawn.map((one, index): TestOrder => {
      const refunded = clean ? 0 : Math.floor(one.gross * one.refund);
      const day = START + one.day;
      const fate = clean ? 'valid' : one.fate;
      const uncounted =
        day > asOf ? 'after-as-of' : fate !== 'valid' ? fate : refunded === one.gross ? 'refunded' : 'valid';
      return {
        ...(one.customer === 0 && !clean ? {} : { customer: `c${one.customer}` }),
        day,
        second: one.second,
        gross: one.gross,
        refunded,
        units: one.units === 0 ? 1 : one.units,
        uncounted: uncounted as NonNullable<TestOrder['uncounted']>,
        ...(numbered ? { order: String(1000 + index) } : {}),
        ...(refunded > 0 && one.wait !== null ? { refundDays: [[day + one.wait, refunded] as const] } : {}),
      };
    }),
  }));
}
