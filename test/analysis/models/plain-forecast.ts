import gammaln from '@stdlib/math-base-special-gammaln';
import { expectedOf, pAliveOf, totalOf } from '../../../src/analysis/models/forecast-rows.js';
import { fitGammaGamma } from '../../../src/analysis/models/gamma-gamma.js';
import { customerModels } from '../../../src/analysis/models/model.js';
import { type CustomerTimes, customerRows, type Row } from '../../../src/analysis/models/rows.js';
import { Random } from '../../../src/util/random.js';
import { gauss, plainBgNbd, plainExpected, plainFit, plainParetoNbd } from './plain-models.js';
import { gamma, simulated } from './simulated.js';

/** Customers for the benchmark: what they did, and the mean of their repeat purchases. */
export interface BenchCustomers extends CustomerTimes {
  readonly x: readonly number[];
  readonly tx: readonly number[];
  readonly T: readonly number[];
  readonly mean: Float64Array;
}

/** What both sides answer, to be compared: totals over all customers. */
export interface BenchAnswer {
  readonly logLikelihood: number;
  readonly alive: number;
  readonly expected: number;
  readonly spend: number;
}

/** As many customers as the published log of a music shop has, first bought in the first 12 of 78 weeks. */
export function benchCustomers(customers = 23_570): BenchCustomers {
  const plan = { customers, days: 546, spread: 84, seed: 1 };
  const times = simulated('bg-nbd', [0.243, 30.9, 0.793, 2.426], plan, true);
  const random = new Random(7);
  const mean = Float64Array.from(times.x, (x) =>
    x === 0 ? 0 : gamma(6.25 * x, random) / x / (gamma(3.74, random) / 15.44),
  );
  return { x: [...Array.from(times.x)], tx: [...Array.from(times.tx)], T: [...Array.from(times.T)], mean };
}

const AHEAD = 365;

/** The program’s own: fit, P(alive), expected purchases of the next year, expected spend. */
export function ourForecast(customers: BenchCustomers, id: 'bg-nbd' | 'pareto-nbd'): BenchAnswer {
  const rows = customerRows(customers);
  const model = customerModels.find((one) => one.id === id)!;
  const fitted = model.fit(rows);
  const spend = fitGammaGamma({ x: Int32Array.from(customers.x), mean: customers.mean });
  if (fitted.state === 'not-fittable' || spend.state === 'not-fittable') throw new Error('not fitted');
  return {
    logLikelihood: fitted.logLikelihood,
    alive: totalOf(rows, pAliveOf(fitted, rows)),
    expected: totalOf(rows, expectedOf(fitted, rows, AHEAD)),
    spend: customers.x.reduce((sum, x, i) => sum + spend.expected(x, customers.mean[i]!), 0),
  };
}

/** The same as the papers print it: customer by customer, Nelder–Mead without derivatives, nothing collapsed. */
export function plainForecast(customers: BenchCustomers, id: 'bg-nbd' | 'pareto-nbd'): BenchAnswer {
  const rows = customers.x.map((x, i): Row => ({ x, tx: customers.tx[i]!, T: customers.T[i]! }));
  const isPareto = id === 'pareto-nbd';
  const { parameters, value } = plainFit(
    isPareto ? plainParetoNbd : plainBgNbd,
    rows,
    isPareto ? [0.5, 50, 0.5, 50] : [0.5, 50, 1, 2],
  );
  const spend = plainSpend(customers);
  const sum = (of: (row: Row, index: number) => number) =>
    rows.reduce((total, row, index) => total + of(row, index), 0);
  return {
    logLikelihood: value,
    alive: sum((row) => (isPareto ? paretoAlive(parameters, row) : bgAlive(parameters, row))),
    expected: sum((row) => (isPareto ? paretoExpected(parameters, row) : plainExpected(parameters, row, AHEAD))),
    spend: sum(({ x }, index) => spend(x, customers.mean[index]!)),
  };
}

function bgAlive([r = 0, alpha = 0, a = 0, b = 0]: readonly number[], { x, tx, T }: Row): number {
  return x === 0 ? 1 : 1 / (1 + (a / (b + x - 1)) * ((alpha + T) / (alpha + tx)) ** (r + x));
}

function paretoAlive([r = 0, alpha = 0, s = 0, beta = 0]: readonly number[], { x, tx, T }: Row): number {
  const n = r + s + x;
  const [most, least, second] = alpha >= beta ? [alpha, beta, s + 1] : [beta, alpha, r + x];
  const part = (t: number) => gauss(n, second, n + 1, (most - least) / (most + t)) / (most + t) ** n;
  const front = (s / n) * (alpha + T) ** (r + x) * (beta + T) ** s;
  return 1 / (1 + front * (part(tx) - part(T)));
}

function paretoExpected(parameters: readonly number[], row: Row): number {
  const [r = 0, alpha = 0, s = 0, beta = 0] = parameters;
  const rate = ((r + row.x) * (beta + row.T)) / ((alpha + row.T) * (s - 1));
  return paretoAlive(parameters, row) * rate * (1 - ((beta + row.T) / (beta + row.T + AHEAD)) ** (s - 1));
}

function plainSpend({ x, mean }: BenchCustomers): (x: number, mean: number) => number {
  const buyers = x.map((n, i): Row => ({ x: n, tx: mean[i]!, T: 0 })).filter((row) => row.x > 0);
  const likelihood = ([p = 0, q = 0, v = 0]: readonly number[], rows: readonly Row[]) => {
    let sum = 0;
    for (const { x: n, tx: z } of rows) {
      sum += gammaln(p * n + q) - gammaln(p * n) - gammaln(q) + q * Math.log(v);
      sum += (p * n - 1) * Math.log(z) + p * n * Math.log(n) - (p * n + q) * Math.log(v + n * z);
    }
    return sum;
  };
  const [p = 0, q = 0, v = 0] = plainFit(likelihood, buyers, [1, 2, 10]).parameters;
  return (n, z) => (p * (v + n * z)) / (p * n + q - 1);
}
