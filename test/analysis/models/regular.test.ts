import gammaln from '@stdlib/math-base-special-gammaln';
import { describe, expect, test } from 'vitest';
import { betaGeometricLikelihood } from '../../../src/analysis/models/beta-geometric-likelihood.js';
import { daysToDue } from '../../../src/analysis/models/days-until.js';
import { indexedRows } from '../../../src/analysis/models/indexed-rows.js';
import { mbgCnbd, modelOf } from '../../../src/analysis/models/mbg-cnbd.js';
import { mbgNbd } from '../../../src/analysis/models/mbg-nbd.js';
import { purchasesWhileAlive } from '../../../src/analysis/models/purchases-while-alive.js';
import { regularPurchases } from '../../../src/analysis/models/regular-purchases.js';
import { customerRows, rowAt } from '../../../src/analysis/models/rows.js';
import { simulated, simulatedRegular } from './simulated.js';

/** Calendar days as they are. */
const inDays = (days: number) => days;

const truth = [0.9, 20, 0.6, 2.4] as const;
const long = { customers: 3000, days: 500, spread: 200, seed: 9 };

describe('customers who come at regular intervals', () => {
  test.each([1, 2, 3])('the likelihood of %d phases, as printed', (k) => {
    const times = simulatedRegular(k, truth, { ...long, customers: 200 });
    const rows = indexedRows(customerRows(times));
    const quick = betaGeometricLikelihood(rows, { atStart: 1, k });
    const [r, alpha, a, b] = [1.3, 0.2, 0.5, 1.5] as const;
    let plain = 0;
    for (const [i, x] of times.x.entries()) {
      const [tx, T] = [times.tx[i]! / rows.scale, times.T[i]! / rows.scale];
      const p = r + k * x;
      let alive = 1;
      let risen = 1;
      for (let j = 1; j < k; j++) {
        risen *= p + j - 1;
        alive += (risen * (T - tx) ** j) / (gammaln(j + 1) === 0 ? 1 : Math.exp(gammaln(j + 1))) / (alpha + T) ** j;
      }
      const left = (a / (b + x)) * ((alpha + T) / (alpha + tx)) ** p;
      plain += gammaln(p) - gammaln(r) + r * Math.log(alpha) - p * Math.log(alpha + T) + Math.log(alive + left);
      plain += betaln(a, b + x + 1) - betaln(a, b);
    }
    const slopes = new Float64Array(4);
    expect(quick([r, alpha, a, b], slopes) / plain).toBeCloseTo(1, 11);
    for (let i = 0; i < 4; i++) {
      const at = (by: number) =>
        quick(
          [r, alpha, a, b].map((one, j) => (i === j ? one * Math.exp(by) : one)) as unknown as typeof truth,
          new Float64Array(4),
        );
      expect(slopes[i]! / ((at(1e-5) - at(-1e-5)) / 2e-5)).toBeCloseTo(1, 4);
    }
  });

  test.each([1, 2, 3, 4])('%d phases are recognised, and the parameters come back', (k) => {
    const found = mbgCnbd.fit(customerRows(simulatedRegular(k, truth, long)));
    if (found.state === 'not-fittable') throw new Error(found.reason);
    expect(found.parameters.map(({ name }) => name)).toEqual(['k', 'r', 'alpha', 'a', 'b']);
    expect(found.values[0]).toBe(k);
    for (const [i, { estimate, se }] of found.parameters.slice(1).entries()) {
      expect(Math.abs(estimate! - truth[i]!)).toBeLessThan(3.5 * se!);
    }
  });

  test('what it expects of regular customers is what they then do', () => {
    const times = simulatedRegular(3, truth, { ...long, spread: 1e-9 });
    const rows = customerRows(times);
    const found = mbgCnbd.fit(rows);
    if (found.state === 'not-fittable') throw new Error(found.reason);
    let total = 0;
    for (let i = 0; i < rows.x.length; i++) {
      const row = rowAt(rows, i);
      total += rows.weight[i]! * found.expected(row.T, row);
    }
    expect(Math.abs(total / times.later - 1)).toBeLessThan(0.06);
  });

  test('one phase is MBG/NBD', () => {
    const rows = customerRows(simulated('mbg-nbd', [0.6, 43, 0.9, 2.2], { ...long, customers: 500 }));
    const one = mbgCnbd.fit(rows);
    const other = mbgNbd.fit(rows);
    if (one.state === 'not-fittable' || other.state === 'not-fittable') throw new Error('not fittable');
    expect(one.values).toEqual([1, ...other.values]);
    expect(one.logLikelihood).toBe(other.logLikelihood);
  });

  test.each([
    [39, 2.2, 43, 0.8, 4.4],
    [365, 0.3, 20, 1, 3],
    [365, 800, 300, 0.8, 500],
    [0, 1, 1, 1, 1],
  ])('the sum over phases with one phase is the sum over purchases: t %d', (t, p, alpha, a, b) => {
    expect(regularPurchases(1, t, p, alpha, a, b, 0.3)).toBeCloseTo(purchasesWhileAlive(t, p, alpha, a, b), 9);
  });

  test('who comes every thirty days is due after about thirty, and late is a bad sign', () => {
    const model = modelOf(4).at([40, 300, 0.3, 3]);
    const row = { x: 10, tx: 300, T: 310 };
    expect(daysToDue(model, row, inDays)).toBeGreaterThan(24);
    expect(daysToDue(model, row, inDays)).toBeLessThan(34);
    expect(model.pAlive(row)).toBeGreaterThan(0.95);
    expect(model.pAlive({ ...row, T: 400 })).toBeLessThan(0.2);
    expect(model.pNone(0, row)).toBe(1);
    const soon = model.expected(5, row);
    expect(model.expected(5, { ...row, T: 301 })).toBeLessThan(soon);
  });
});

function betaln(a: number, b: number): number {
  return gammaln(a) + gammaln(b) - gammaln(a + b);
}
