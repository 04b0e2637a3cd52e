import { describe, expect, test } from 'vitest';
import { acquisitionCost } from '../../../src/analysis/forecast/acquisition-cost.js';
import { paybackFinding, paybackTable } from '../../../src/analysis/forecast/payback.js';
import { simpleValueTable } from '../../../src/analysis/forecast/simple-value.js';
import { bought } from '../bought.js';
import { inputOf, noteIds, orders, rowsOf } from '../drawn.js';

const shop = bought('2024-04-10', {
  ann: '2024-01-05 2024-02-10 2024-03-01',
  bob: '2024-01-20',
  cat: '2024-02-02',
  dan: '2024-04-02',
});

describe('the cost of winning a customer', () => {
  test('a click of 1.00 of which 2 % buy costs 50.00', () => {
    expect(acquisitionCost(inputOf(shop), { kind: 'click', perClick: 100, conversion: 0.02 })).toBe(5000);
    expect(acquisitionCost(inputOf(shop), { kind: 'click', perClick: 100, conversion: 0 })).toBeNull();
  });

  test('ad spend is shared by the new customers, of the window if there is one', () => {
    expect(acquisitionCost(inputOf(shop), { kind: 'spend', adSpend: 8000 })).toBe(2000);
    const january = { from: shop.asOf - 100, to: shop.asOf - 70 };
    expect(acquisitionCost(inputOf(shop, { window: january }), { kind: 'spend', adSpend: 8000 })).toBe(4000);
    expect(acquisitionCost(inputOf(orders``), { kind: 'spend', adSpend: 8000 })).toBeNull();
  });
});

describe('payback', () => {
  const rows = (cpc: number) =>
    rowsOf(paybackTable(inputOf(shop), { cost: { kind: 'click', perClick: cpc, conversion: 0.02 }, margin: 0.3 }));

  test('comes in the first month whose cumulative margin per customer of the cohort reaches the cost', () => {
    expect(rows(60).map(({ cohort, month, paidBack }) => [cohort, month, paidBack])).toEqual([
      ['2024-01', 1, 'yes'],
      ['2024-02', 1, 'yes'],
      ['2024-04', null, null],
    ]);
    expect(rows(90).map(({ month, paidBack }) => [month, paidBack])).toEqual([
      [2, 'yes'],
      [null, 'notYet'],
      [null, null],
    ]);
    expect(rows(120).map(({ month }) => month)).toEqual([3, null, null]);
  });

  test('comes where the margin is exactly the cost, whatever binary fractions make of it', () => {
    const cost = { kind: 'click', perClick: 58, conversion: 0.02 } as const;
    const [first] = rowsOf(paybackTable(inputOf(shop), { cost, margin: 0.29 }));
    expect(first).toMatchObject({ cac: 2900, month: 1, paidBack: 'yes' });
  });

  test('shows what a cohort has earned so far in complete months', () => {
    expect(rows(60).map(({ margin, monthsSeen }) => [margin, monthsSeen])).toEqual([
      [6000, 3],
      [3000, 2],
      [null, 0],
    ]);
  });

  test('is summed up by the cohorts that paid and the month of the middle one', () => {
    const said = (perClick: number) =>
      paybackFinding(inputOf(shop), { cost: { kind: 'click', perClick, conversion: 0.02 }, margin: 0.3 });
    expect(said(60)).toMatchObject({ id: 'clv-says-paid-back', params: { cohorts: 2, paid: 2, month: 1 } });
    expect(said(90)).toMatchObject({ params: { cohorts: 2, paid: 1, month: 2 } });
    expect(said(900)).toMatchObject({ id: 'clv-says-not-paid-back', params: { cohorts: 2, paid: 0 } });
    expect(paybackFinding(inputOf(shop), { cost: null, margin: 0.3 })).toBeNull();
  });

  test('without a cost there is no month, and it is said', () => {
    const table = paybackTable(inputOf(shop), { cost: null, margin: null });
    expect(rowsOf(table).every(({ month, paidBack }) => month === null && paidBack === null)).toBe(true);
    expect(noteIds(table)).toEqual(expect.arrayContaining(['payback-no-cost', 'clv-sales']));
  });
});

describe('the simple value', () => {
  const costs = {
    ...{ margin: 0.5, years: null, upkeep: 200, service: 300 },
    acquisition: { kind: 'click', perClick: 20, conversion: 0.02 } as const,
  };
  const values = (of: typeof shop, options: Parameters<typeof simpleValueTable>[1] = costs) =>
    Object.fromEntries(rowsOf(simpleValueTable(inputOf(of), options)).map(({ metric, value }) => [metric, value]));

  const long = bought('2024-12-31', {
    ann: '2022-06-01 2023-11-01 2024-05-01 2024-08-01',
    bob: '2022-07-01 2023-03-01',
    cat: '2023-06-01 2024-02-01',
    dan: '2023-12-01',
  });

  test('is years of use × profit per year − costs, every input beside it', () => {
    expect(values(long)).toEqual({
      ...{ yearlyChurn: 0.5, yearsOfUse: 2, salesPerYear: 15_000, margin: 0.5, profitPerYear: 7500 },
      ...{ acquisitionCost: 1000, upkeepCost: 200, serviceCost: 300, simpleValue: 13_500 },
    });
  });

  test('years that are given stand, and nobody stays longer than five by churn', () => {
    expect(values(long, { ...costs, years: 7 })['simpleValue']).toBe(7 * 7500 - 1500);
    const loyal = bought('2024-12-31', { ann: '2022-06-01 2023-11-01 2024-05-01' });
    expect(values(loyal)).toMatchObject({ yearlyChurn: 0, yearsOfUse: 5 });
  });

  test('takes the cost of acquisition from the ad spend of the new customers, and names costs that were not said', () => {
    const spend = { ...costs, acquisition: { kind: 'spend', adSpend: 8000 } as const, service: null };
    expect(values(long, spend)).toMatchObject({ acquisitionCost: 2000, serviceCost: null, simpleValue: 15_000 - 2200 });
    expect(noteIds(simpleValueTable(inputOf(long), spend))).toContain('simple-value-costs');
    expect(noteIds(simpleValueTable(inputOf(long), costs))).not.toContain('simple-value-costs');
  });

  test('is empty with less than 730 days of history, and says that the years must be given', () => {
    expect(values(shop)).toMatchObject({ yearlyChurn: null, yearsOfUse: null, simpleValue: null });
    expect(noteIds(simpleValueTable(inputOf(shop), costs))).toContain('simple-value-years');
    expect(values(orders``)['simpleValue']).toBeNull();
  });
});
