import { dayOf } from '../../../src/util/calendar.js';
import { Random } from '../../../src/util/random.js';

/** First and last day of the purchases in memory. */
export const purchaseDays = { from: dayOf(2020, 1, 1), to: dayOf(2024, 12, 31) } as const;

/** Orders in memory, in the order of their days. */
export interface Purchases {
  readonly day: Int32Array;
  readonly customer: Int32Array;
  /** Fen. */
  readonly net: Float64Array;
  readonly customers: number;
}

/** So many orders of a growing shop: four of ten come from somebody who has bought before. Seeded. */
export function purchases(orders: number): Purchases {
  const random = new Random(20200301, 10);
  const days = purchaseDays.to - purchaseDays.from + 1;
  const day = new Int32Array(orders);
  const customer = new Int32Array(orders);
  const net = new Float64Array(orders);
  let customers = 0;
  for (let order = 0; order < orders; order++) {
    day[order] = purchaseDays.from + Math.floor(Math.sqrt(order / orders) * days);
    const returns = customers > 0 && random.unit() < 0.4;
    customer[order] = returns ? Math.floor(customers * (1 - random.unit() ** 2)) : customers++;
    net[order] = 100 + random.below(40_000);
  }
  return { day, customer, net, customers };
}
