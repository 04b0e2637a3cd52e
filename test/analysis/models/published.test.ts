import { describe, expect, test } from 'vitest';
import { bgNbd } from '../../../src/analysis/models/bg-nbd.js';
import { dropoutShare, dropoutShareSlopes } from '../../../src/analysis/models/dropout-share.js';
import { expectedSpend } from '../../../src/analysis/models/gamma-gamma.js';
import { mbgNbd } from '../../../src/analysis/models/mbg-nbd.js';
import { paretoNbd } from '../../../src/analysis/models/pareto-nbd.js';
import { purchasesWhileAlive } from '../../../src/analysis/models/purchases-while-alive.js';
import { gauss, plainExpected } from './plain-models.js';

const bg = [0.243, 4.414, 0.793, 2.426] as const;
const mbg = [0.525, 6.183, 0.891, 1.614] as const;
const pareto = [0.553, 10.578, 0.606, 11.669] as const;
const frequent = { x: 26, tx: 30.86, T: 31 };

describe('numbers printed in the papers, at their rounded parameters', () => {
  test('BG/NBD: the customer of the paper is expected to buy 1.226 times in 39 weeks', () => {
    expect(bgNbd.at(bg).expected(39, { x: 2, tx: 30.43, T: 38.86 })).toBeCloseTo(1.226, 3);
  });

  test('BG/NBD: a customer who came 26 times in 31 weeks', () => {
    expect(bgNbd.at(bg).expected(52, frequent)).toBeCloseTo(25.758, 3);
    expect(bgNbd.at(bg).pAlive(frequent)).toBeCloseTo(0.9689, 4);
  });

  test('Pareto/NBD: the same customer', () => {
    expect(paretoNbd.at(pareto).expected(52, frequent)).toBeCloseTo(25.458, 3);
    expect(paretoNbd.at(pareto).pAlive(frequent)).toBeCloseTo(0.99792, 5);
  });

  test('Gamma-Gamma: spend per purchase of two repeat buyers and of a one-time buyer', () => {
    const spend = expectedSpend(6.24957, 3.74422, 15.44352);
    expect([spend(2, 22.345), spend(1, 11.77), spend(0, 0)].map((one) => one.toFixed(2))).toEqual([
      '24.65',
      '18.91',
      '35.17',
    ]);
  });
});

describe('what a customer buys while he stays', () => {
  // Reference values: mpmath 1.3 at 50 digits, two ways (₂F₁ and an integral).
  test.each([
    ['a usual customer', [39, 2.243, 43.274, 0.793, 4.426], 1.687399305805313],
    ['a = 1, where the papers divide 0 by 0', [39, 2.243, 43.274, 1, 4.426], 1.625149536343284],
    ['a next to 1', [365, 1.5, 100, 1.0000001, 2], 2.557849607417258],
    ['almost nobody leaves', [365, 1.5, 100, 1e-6, 1], 5.474990420422953],
    ['hardly a purchase is the last', [90, 0.5, 30, 2, 1e6], 1.499993250064124],
    ['three thousand purchases', [365, 3000.243, 724.4, 0.8, 3002.4], 1275.675285183458],
    ['a horizon a hundred thousand times the rate', [1000, 0.24, 0.01, 0.8, 2.4], 41.37113358472459],
    ['the same at a = 1', [1000, 0.24, 0.01, 1, 2.4], 16.37018806431967],
    ['customers all alike', [365, 1e6, 1e7, 1e6, 3e6], 3.999567329875237],
    ['wildly unlike customers', [365, 0.5, 1e-4, 0.01, 5], 1608467.488666048],
    ['fourteen years ahead', [5000, 30.5, 100, 0.9, 12], 74.93574082447115],
  ] as const)('%s', (_, [t, r, alpha, a, b], wanted) => {
    expect(Math.abs(purchasesWhileAlive(t, r, alpha, a, b) / wanted - 1)).toBeLessThan(1e-12);
  });

  test('nothing in no time', () => {
    expect(purchasesWhileAlive(0, 1, 1, 1, 1)).toBe(0);
  });

  test('the closed form of the paper, where it can be computed', () => {
    for (const row of [frequent, { x: 2, tx: 30.43, T: 38.86 }, { x: 0, tx: 0, T: 38.86 }, { x: 0, tx: 0, T: 0 }]) {
      expect(bgNbd.at(bg).expected(52, row)).toBeCloseTo(plainExpected(bg, row, 52), 9);
    }
  });

  test('the unconditional form of the papers', () => {
    const [r, alpha, a, b] = mbg;
    const t = 39;
    const share = (alpha / (alpha + t)) ** r;
    const z = t / (alpha + t);
    const ofMbg = (b / (a - 1)) * (1 - share * gauss(r, b + 1, a + b, z));
    const ofBg = ((a + b - 1) / (a - 1)) * (1 - share * gauss(r, b, a + b - 1, z));
    expect(mbgNbd.at(mbg).unconditional(t)).toBeCloseTo(ofMbg, 10);
    expect(bgNbd.at(mbg).unconditional(t)).toBeCloseTo(ofBg, 10);
  });
});

describe('how likely the next event of a customer is his end', () => {
  // Reference values: mpmath 1.3, the integral in log-odds.
  test.each([
    [0.5, 0.6, 1.1, 0.5330600685574999],
    [2, 3, 1e-4, 0.9999000299144283],
    [2, 3, 1e4, 0.0002991442833862189],
    [100, 0.6, 1e-3, 0.6533888930343156],
    [100, 0.6, 1e3, 6.060507114587816e-6],
    [1e6, 0.6, 1e-6, 0.2796223545449723],
  ])('shapes %d and %d, rates 1 and %d', (p, s, w, wanted) => {
    expect(Math.abs(dropoutShare(p, s, w) / wanted - 1)).toBeLessThan(1e-11);
    expect(dropoutShare(p, s, w) + dropoutShare(s, p, 1 / w)).toBeCloseTo(1, 11);
  });

  test.each([
    [0.5, 0.6, 1.1],
    [3.5, 0.6, 0.3],
    [30, 0.01, 7],
    [2, 3, 30],
    [0.5, 0.6, 0.01],
    [40, 2, 0.01],
  ])('its slopes at shapes %d and %d, rates 1 and %d', (p, s, w) => {
    const found = new Float64Array(4);
    dropoutShareSlopes(p, s, w, found);
    const slope = (up: number, down: number, at: number) => (up - down) / (2e-5 * at);
    const [more, less] = [1 + 1e-5, 1 - 1e-5];
    expect(found[0]).toBeCloseTo(dropoutShare(p, s, w), 12);
    expect(found[1]).toBeCloseTo(slope(dropoutShare(p * more, s, w), dropoutShare(p * less, s, w), p), 7);
    expect(found[2]).toBeCloseTo(slope(dropoutShare(p, s * more, w), dropoutShare(p, s * less, w), s), 7);
    expect(found[3]).toBeCloseTo(slope(dropoutShare(p, s, w * more), dropoutShare(p, s, w * less), w), 7);
  });
});
