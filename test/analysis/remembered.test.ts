import { expect, test } from 'vitest';
import type { AnalysisInput } from '../../src/analysis/metric.js';
import { remembered, rememberedByDays } from '../../src/analysis/remembered.js';

const input = () => ({}) as AnalysisInput;

test('what several tables need is computed once for an answer, and anew for another', () => {
  let made = 0;
  const count = remembered(() => ++made);
  const [one, other] = [input(), input()];
  expect([count(one), count(one), count(other), count(one)]).toEqual([1, 1, 2, 1]);
});

test('of other days it is another number', () => {
  const length = rememberedByDays((_, { from, to }) => [to - from + 1]);
  const one = input();
  const march = length(one, { from: 61, to: 91 });
  expect(march).toEqual([31]);
  expect(length(one, { from: 61, to: 91 })).toBe(march);
  expect(length(one, { from: 6, to: 191 })).toEqual([186]);
});
