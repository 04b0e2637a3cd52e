import { describe, expect, test } from 'vitest';
import { withSubtotal } from '../../src/reporters/subtotal.js';
import { recency } from './invented-cohorts.js';
import { tableOf } from './invented-report.js';

const words =
  'class:text from:date to:date customers:count share:ratio sales:money perCustomer:price purchasesPerCustomer:number oneTimeShare:ratio';

describe('active customers, hot and warm together', () => {
  test('counts add up, means and rates are weighted by their customers', () => {
    const table = tableOf('recency', words, [
      ['hot', 90, 100, 1, 0.1, 1_000, 1_000, 1, 1],
      ['warm', 50, 89, 3, 0.3, 9_000, 3_000, 2, 1 / 3],
      ['sleeping', 10, 49, 6, 0.6, 60, 10, 1, 1],
    ]);
    const rows = [...withSubtotal(table).rows];
    expect(rows.map(([name]) => name)).toEqual(['hot', 'warm', 'active', 'sleeping']);
    expect(rows[2]).toEqual(['active', 50, 100, 4, 0.4, 10_000, 2_500, 1.75, 0.5]);
  });

  test('nobody hot or warm: counts are 0, means cannot be computed', () => {
    const table = tableOf('recency', words, [
      ['hot', 90, 100, 0, 0, 0, null, null, null],
      ['warm', 50, 89, 0, 0, 0, null, null, null],
    ]);
    expect([...withSubtotal(table).rows][2]).toEqual(['active', 50, 100, 0, 0, 0, null, null, null]);
  });

  test('classes of days and other tables stay as they are; the table can be walked again', () => {
    const days = tableOf('recency', words, [['d0-30', 1, 2, 3, 1, 5, 5, 1, 1]]);
    expect([...withSubtotal(days).rows]).toEqual([...days.rows]);
    const other = { ...recency(), id: 'other' };
    expect(withSubtotal(other)).toBe(other);
    const table = withSubtotal(recency());
    expect([...table.rows]).toEqual([...table.rows]);
  });
});
