import { compute } from '../../../src/analysis/compute.js';
import { analysisInput } from '../../../src/analysis/input.js';
import type { Dictionary, OrderTable } from '../../../src/model/orders.js';
import { type Purchases, purchaseDays, purchases } from '../data/purchases.js';
import { type Job, timed } from './job.js';

/** History, totals, cohorts and gaps of orders that are in memory. */
export const analysisJob: Job = async (_, size) => {
  const orders = orderTable(purchases(size));
  const { answer, cpu } = await timed(() => {
    const input = analysisInput(orders, {
      ...{ asOf: purchaseDays.to, asOfReason: 'given', window: null, currency: { code: 'CNY', decimals: 2 } },
      ...{ currencyCode: 0, purchase: 'day', oldWindow: null, historyStart: null },
      ...{ refunds: 'order-day', refundsKnown: false },
    });
    const tables = compute(['sales', 'repeat-rate', 'retention', 'gaps'], input);
    return { input, rows: tables.map((table) => [...table.rows]) };
  });
  const { history } = answer.input;
  let [net, repeaters] = [0, 0];
  for (const value of history.net) net += value;
  for (let one = 0; one < history.customers; one++) {
    if (history.offsets[one + 1]! - history.offsets[one]! > 1) repeaters++;
  }
  return { checksum: { customers: history.customers, purchases: history.day.length, repeaters, net }, cpu };
};

/** The table as an import would have made it, as far as the metrics look at it. */
function orderTable({ day, customer, net, customers }: Purchases): OrderTable {
  const size = day.length;
  const zeros = new Float64Array(size);
  const zero = new Int32Array(size);
  const none = new Int32Array(size).fill(-1);
  const bytes = new Uint8Array(size);
  const times = Float64Array.from(day, (one) => one * 86_400);
  const one: Dictionary = { size: 1, text: () => 'CNY' };
  const many: Dictionary = { size: customers, text: String };
  const [noCodes, noFloats] = [none.subarray(0, 0), zeros.subarray(0, 0)];
  const lines = { size: 0, orderRow: noCodes, day: noCodes, at: noFloats, amount: noFloats, number: noCodes };
  return {
    ...{ size, createdAt: times, paidAt: times, shippedAt: times, completedAt: times, refundedAt: times, day, net },
    ...{ timePrecision: bytes, gross: net, refunded: zeros, postage: zeros, discount: zeros, listTotal: zeros },
    ...{ units: none, currency: zero, platform: zero, shop: zero, stage: bytes, status: zero, province: zero },
    ...{ city: zero, customer, buyer: customer, account: none, phone: none, receiver: none, address: none, file: zero },
    ...{ sheet: zero, line: zero, order: none, uncounted: bytes, memo: none, buyerName: customer },
    ...{ known: new Uint16Array(size), kinds: bytes, lines: lines as never, refunds: lines },
    texts: new Proxy({} as OrderTable['texts'], { get: (_, name) => (name === 'customer' ? many : one) }),
  };
}
