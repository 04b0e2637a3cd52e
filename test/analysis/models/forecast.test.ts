import { describe, expect, test } from 'vitest';
import { daysToDue, daysToLikely } from '../../../src/analysis/models/days-until.js';
import { discountedOf, expectedOf, pAliveOf, pNoneOf, totalOf } from '../../../src/analysis/models/forecast-rows.js';
import { customerModels } from '../../../src/analysis/models/model.js';
import { customerRows, rowAt } from '../../../src/analysis/models/rows.js';
import { simulated } from './simulated.js';

/** Calendar days as they are. */
const inDays = (days: number) => days;

const parameters = {
  'bg-nbd': [0.35, 30, 0.8, 2.4],
  'mbg-nbd': [0.6, 43, 0.9, 2.2],
  'pareto-nbd': [0.6, 70, 0.7, 80],
} as const;

describe.each(customerModels)('$id', ({ id, at }) => {
  const model = at(parameters[id]);
  const rows = customerRows(simulated(id, parameters[id], { customers: 400, days: 300, spread: 200, seed: 4 }, true));
  const some = Array.from({ length: 40 }, (_, i) => rowAt(rows, Math.floor((i * rows.x.length) / 40)));

  test('the due day is the first day by which half of such customers have come again', () => {
    for (const row of some) {
      const atLast = { x: row.x, tx: row.tx, T: row.tx };
      const slow = firstOf(400, (day) => model.pNone(day, atLast) <= 0.5);
      expect(daysToDue(model, row, inDays, 400)).toBe(slow);
    }
  });

  test('the likely-by day counts from the as-of day and is empty beyond the horizon', () => {
    for (const row of some) {
      const slow = firstOf(365, (day) => model.pNone(day, row) <= 0.5);
      expect(daysToLikely(model, row, inDays, 365)).toBe(slow);
      if (slow !== null && slow > 1) expect(daysToLikely(model, row, inDays, slow - 1)).toBeNull();
    }
    expect(daysToLikely(model, some[0]!, inDays, 0)).toBeNull();
  });

  test('weeks as the unit: days are still days', () => {
    const weekly = at(
      parameters[id].map((value, i) => (i === 1 || (id === 'pareto-nbd' && i === 3) ? value / 7 : value)),
    );
    for (const row of some) {
      const inWeeks = { x: row.x, tx: row.tx / 7, T: row.T / 7 };
      expect(daysToDue(weekly, inWeeks, (days) => days / 7, 400)).toBe(daysToDue(model, row, inDays, 400));
      expect(weekly.expected(10, inWeeks)).toBeCloseTo(model.expected(70, row), 10);
    }
  });

  test('a long-lost customer is due long ago and not likely to come', () => {
    const lost = { x: 6, tx: 60, T: 900 };
    expect(daysToDue(model, lost, inDays)).toBeLessThan(60);
    expect(daysToLikely(model, lost, inDays, 365)).toBeNull();
  });

  test('row by row and all at once are the same', () => {
    const single = (value: (index: number) => number) => Array.from(rows.x, (_, index) => value(index));
    expect([...expectedOf(model, rows, 90)]).toEqual(single((index) => model.expected(90, rowAt(rows, index))));
    expect([...pAliveOf(model, rows)]).toEqual(single((index) => model.pAlive(rowAt(rows, index))));
    expect([...pNoneOf(model, rows, 90)]).toEqual(single((index) => model.pNone(90, rowAt(rows, index))));
  });

  test('purchases to come are worth less the later they come', () => {
    const whole = totalOf(rows, expectedOf(model, rows, 365));
    expect(totalOf(rows, discountedOf(model, rows, 365, 0))).toBeCloseTo(whole, 8);
    const worth = totalOf(rows, discountedOf(model, rows, 365, 0.1));
    expect(worth / whole).toBeGreaterThan(1 / 1.1);
    expect(worth / whole).toBeLessThan(1);
    const row = rowAt(rows, rows.x.length - 1);
    let slow = 0;
    for (let day = 1; day <= 365; day++) {
      slow += (model.expected(day, row) - model.expected(day - 1, row)) / 1.1 ** ((day - 0.5) / 365);
    }
    expect(discountedOf(model, rows, 365, 0.1).at(-1)).toBeCloseTo(slow, 9);
  });

  test('the chance of a purchase in t and the expected purchases agree for a short t', () => {
    for (const row of some) {
      const soon = 1e-5;
      expect((1 - model.pNone(soon, row)) / model.expected(soon, row)).toBeCloseTo(1, 3);
    }
  });

  test('a new customer of the model itself: what is expected of one who has just bought', () => {
    const atStart = { x: 0, tx: 0, T: 0 };
    expect(model.unconditional(120)).toBeCloseTo(model.expected(120, atStart), 12);
  });
});

function firstOf(last: number, holds: (day: number) => boolean): number | null {
  for (let day = 1; day <= last; day++) if (holds(day)) return day;
  return null;
}
