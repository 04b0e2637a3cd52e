import type { CustomerForecast, PerCustomer } from './per-customer-forecast.js';
import { sortedSum } from './sorted-sum.js';

/** Customers of one band, and sums over them that do not depend on their order. */
export interface Band {
  readonly customers: number;
  readonly share: number;
  /** Mean P(alive); null where there is nobody. */
  readonly pAlive: number | null;
  readonly expected90: number;
  readonly historicValue: number;
  readonly predictedValue: number;
}

/** Customers by band, an index per customer: one walk, nothing kept per customer but a few numbers. */
export function banded(
  customers: number,
  perCustomer: PerCustomer,
  bands: number,
  bandOf: (forecast: CustomerForecast) => number,
): readonly Band[] {
  const band = new Int8Array(customers);
  const sums = {
    pAlive: new Float64Array(customers),
    expected90: new Float64Array(customers),
    historicValue: new Float64Array(customers),
    predictedValue: new Float64Array(customers),
  };
  for (let customer = 0; customer < customers; customer++) {
    const one = perCustomer(customer);
    band[customer] = bandOf(one);
    sums.pAlive[customer] = one.pAlive;
    sums.expected90[customer] = one.expected90;
    sums.historicValue[customer] = one.historicValue;
    sums.predictedValue[customer] = one.predictedValue ?? 0;
  }
  return Array.from({ length: bands }, (_, index) => {
    const own = (values: Float64Array) => sortedSum(values.filter((__, customer) => band[customer] === index));
    const n = band.reduce((count, one) => count + Number(one === index), 0);
    return {
      ...{ customers: n, share: n / customers, pAlive: n === 0 ? null : Math.min(1, own(sums.pAlive) / n) },
      ...{ expected90: own(sums.expected90), historicValue: own(sums.historicValue) },
      predictedValue: own(sums.predictedValue),
    };
  });
}
