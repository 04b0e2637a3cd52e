import { describe, expect, test } from 'vitest';
import { betaGeometricLikelihood } from '../../../src/analysis/models/beta-geometric-likelihood.js';
import type { CustomerModel, Fitted } from '../../../src/analysis/models/customer-model.js';
import { expectedOf, totalOf } from '../../../src/analysis/models/forecast-rows.js';
import { fitGammaGamma } from '../../../src/analysis/models/gamma-gamma.js';
import { gammaGammaLikelihood } from '../../../src/analysis/models/gamma-gamma-likelihood.js';
import { indexedRows } from '../../../src/analysis/models/indexed-rows.js';
import type { Likelihood, Parameters } from '../../../src/analysis/models/likelihood.js';
import { customerModels } from '../../../src/analysis/models/model.js';
import { paretoLikelihood } from '../../../src/analysis/models/pareto-likelihood.js';
import { type CustomerTimes, customerRows, type Row } from '../../../src/analysis/models/rows.js';
import { spenders } from '../../../src/analysis/models/spenders.js';
import { Random } from '../../../src/util/random.js';
import { type PlainLikelihood, plainBgNbd, plainFit, plainMbgNbd, plainParetoNbd } from './plain-models.js';
import { gamma, type Process, simulated } from './simulated.js';

/** Parameters in days, near those of a music shop. */
const truth: Readonly<Record<Process, Parameters>> = {
  'bg-nbd': [0.35, 30, 0.8, 2.4],
  'mbg-nbd': [0.6, 43, 0.9, 2.2],
  'pareto-nbd': [0.6, 70, 0.7, 80],
};

const plain: Readonly<Record<Process, PlainLikelihood>> = {
  'bg-nbd': plainBgNbd,
  'mbg-nbd': plainMbgNbd,
  'pareto-nbd': plainParetoNbd,
};

const shop = { customers: 1500, days: 400, spread: 120, seed: 11 };

describe.each(customerModels)('$id', (model) => {
  const times = simulated(model.id, truth[model.id], shop, true);
  const rows = customerRows(times);
  const all = oneByOne(times);
  const fitted = fittedTo(model, times);

  test('its likelihood is the plain one, row by row', () => {
    for (const parameters of [truth[model.id], [2, 10, 3, 0.5], [0.05, 200, 0.1, 40]] as const) {
      const indexed = indexedRows(rows);
      const scaled = scaledDown(model, parameters, indexed.scale);
      const quick = likelihoodOf(model)(indexed)(scaled, new Float64Array(4));
      const value = quick - indexed.repeats * Math.log(indexed.scale);
      expect(value / plain[model.id](parameters, all)).toBeCloseTo(1, 11);
    }
  });

  test('its slopes are those of its likelihood', () => {
    const indexed = indexedRows(rows);
    expectSlopes(likelihoodOf(model)(indexed), scaledDown(model, truth[model.id], indexed.scale), 4);
  });

  test('it finds the same maximum as the plain one, or a higher', () => {
    const found = plainFit(plain[model.id], all, truth[model.id]);
    expect(fitted.logLikelihood).toBeGreaterThan(found.value - 1e-6);
    expect(fitted.logLikelihood).toBeLessThan(found.value + 1e-3);
    for (const [i, value] of fitted.values.entries()) expect(value / found.parameters[i]!).toBeCloseTo(1, 2);
  });

  test('the order in which customers come changes nothing', () => {
    const turned = (values: ArrayLike<number>) => Array.from(values).reverse();
    const reversed = { x: turned(times.x), tx: turned(times.tx), T: turned(times.T) };
    expect(fittedTo(model, reversed).values).toEqual(fitted.values);
  });

  test('weeks and days tell the same story', () => {
    const weekly = model.fit(customerRows(times, 7));
    if (weekly.state === 'not-fittable') throw new Error(weekly.reason);
    const repeats = Array.from(times.x).reduce((sum, x) => sum + x, 0);
    expect(weekly.logLikelihood).toBeCloseTo(fitted.logLikelihood + repeats * Math.log(7), 6);
    expect(weekly.values[1]! * 7).toBeCloseTo(fitted.values[1]!, 6);
    const days = totalOf(rows, expectedOf(fitted, rows, 70));
    expect(totalOf(rows, expectedOf(weekly, customerRows(times, 7), 10))).toBeCloseTo(days, 6);
  });

  test('simulated parameters come back within three standard errors', () => {
    const seeds = process.env['LONG'] === undefined ? 4 : 50;
    let good = 0;
    for (let seed = 0; seed < seeds; seed++) {
      const long = { customers: 4000, days: 730, spread: 365, seed: 1010 + seed };
      const again = fittedTo(model, simulated(model.id, truth[model.id], long));
      const near = again.parameters.every(
        ({ estimate, se }, i) => estimate !== null && se !== null && Math.abs(estimate - truth[model.id][i]!) < 3 * se,
      );
      if (near) good++;
    }
    expect(good / seeds).toBeGreaterThanOrEqual(0.9);
  });

  test('what it expects of the customers it was fitted on is near what they then do', () => {
    const long = { customers: 6000, days: 730, spread: 200, seed: 5 };
    const early = customerRows(simulated(model.id, truth[model.id], long, false, 400));
    const late = Array.from(simulated(model.id, truth[model.id], long).x).reduce((sum, x) => sum + x, 0);
    const known = early.x.reduce((sum, x, row) => sum + x * early.weight[row]!, 0);
    const found = model.fit(early);
    if (found.state === 'not-fittable') throw new Error(found.reason);
    const predicted = totalOf(early, expectedOf(found, early, 330));
    expect(Math.abs(predicted / (late - known) - 1)).toBeLessThan(0.12);
  });
});

describe('Gamma-Gamma', () => {
  const [p, q, v] = [6, 4, 1500] as const;

  function spend(customers: number, seed: number): { x: Int32Array; mean: Float64Array } {
    const x = new Int32Array(customers);
    const mean = new Float64Array(customers);
    for (let i = 0; i < customers; i++) {
      const random = new Random(seed, i);
      x[i] = random.below(6);
      const rate = gamma(q, random) / v;
      if (x[i]! > 0) mean[i] = gamma(p * x[i]!, random) / (rate * x[i]!);
    }
    return { x, mean };
  }

  test('its slopes are those of its likelihood', () => {
    expectSlopes(gammaGammaLikelihood(spenders(spend(300, 1)).rows), [3, 2, 0.7, 1], 3);
  });

  test('simulated parameters come back within three standard errors', () => {
    const seeds = process.env['LONG'] === undefined ? 4 : 50;
    let good = 0;
    for (let seed = 0; seed < seeds; seed++) {
      const found = fitGammaGamma(spend(3000, 500 + seed));
      if (found.state !== 'converged') continue;
      const near = found.parameters.every(
        ({ estimate, se }, i) => estimate !== null && se !== null && Math.abs(estimate - [p, q, v][i]!) < 3 * se,
      );
      if (near) good++;
    }
    expect(good / seeds).toBeGreaterThanOrEqual(0.9);
  });

  test('money counted in fen changes the unit and nothing else', () => {
    const yuan = spend(1000, 3);
    const one = fitGammaGamma(yuan);
    const other = fitGammaGamma({ x: yuan.x, mean: yuan.mean.map((mean) => mean * 100) });
    if (one.state === 'not-fittable' || other.state === 'not-fittable') throw new Error('not fittable');
    expect(other.expected(2, 30_000) / 100).toBeCloseTo(one.expected(2, 300), 6);
    expect(other.correlation).toBeCloseTo(one.correlation!, 12);
  });

  test('everybody always spends the same: that is what is expected', () => {
    const found = fitGammaGamma({ x: Int32Array.of(0, 1, 2, 3), mean: Float64Array.of(0, 50, 50, 50) });
    if (found.state === 'not-fittable') throw new Error(found.reason);
    expect(found.state).toBe('at-infinity');
    expect(found.correlation).toBeNull();
    expect([found.expected(0, 0), found.expected(3, 50)].map((one) => one.toFixed(2))).toEqual(['50.00', '50.00']);
  });

  test('spend so uneven that it has no mean: the median of repeat spend for everybody', () => {
    const tail = Float64Array.from({ length: 201 }, (_, i) => 20 * ((i + 0.5) / 201) ** -1.6);
    const found = fitGammaGamma({ x: new Int32Array(201).fill(1), mean: tail });
    if (found.state === 'not-fittable') throw new Error(found.reason);
    expect(found.state).toBe('no-mean');
    expect([found.expected(0, 0), found.expected(5, 1e6)]).toEqual([tail[100], tail[100]]);
  });

  test('nobody came back', () => {
    const found = fitGammaGamma({ x: new Int32Array(3), mean: new Float64Array(3) });
    expect(found).toEqual({ state: 'not-fittable', reason: 'no-repeaters', repeaters: 0 });
  });
});

function fittedTo(model: CustomerModel, times: CustomerTimes): Fitted {
  const found = model.fit(customerRows(times));
  if (found.state === 'not-fittable') throw new Error(found.reason);
  return found;
}

function oneByOne({ x, tx, T }: CustomerTimes): readonly Row[] {
  return Array.from(x, (_, i) => ({ x: x[i]!, tx: tx[i]!, T: T[i]! }));
}

function likelihoodOf(model: CustomerModel): (rows: ReturnType<typeof indexedRows>) => Likelihood {
  if (model.id === 'pareto-nbd') return paretoLikelihood;
  return (rows) => betaGeometricLikelihood(rows, { atStart: model.id === 'mbg-nbd' ? 1 : 0, k: 1 });
}

function scaledDown(model: CustomerModel, [r, alpha, third, fourth]: Parameters, scale: number): Parameters {
  return [r, alpha / scale, third, model.id === 'pareto-nbd' ? fourth / scale : fourth];
}

function expectSlopes(likelihood: Likelihood, at: Parameters, count: number): void {
  const slopes = new Float64Array(4);
  likelihood(at, slopes);
  for (let i = 0; i < count; i++) {
    const moved = (by: number) =>
      at.map((value, j) => (i === j ? value * Math.exp(by) : value)) as unknown as Parameters;
    const unused = new Float64Array(4);
    const slope = (likelihood(moved(1e-5), unused) - likelihood(moved(-1e-5), unused)) / 2e-5;
    expect(Math.abs(slopes[i]! - slope)).toBeLessThan(1e-5 * (1 + Math.abs(slope)));
  }
}
