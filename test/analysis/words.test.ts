import { describe, expect, test } from 'vitest';
import { customerTables } from '../../src/analysis/customer.js';
import { customersTable } from '../../src/analysis/customers.js';
import { grouped } from '../../src/analysis/grouped.js';
import { groupings } from '../../src/analysis/groups/group-keys.js';
import { metrics } from '../../src/analysis/index.generated.js';
import type { AnalysisInput } from '../../src/analysis/metric.js';
import { segmentTable } from '../../src/analysis/segments.js';
import { columns } from '../../src/i18n/columns.js';
import { notes } from '../../src/i18n/notes.js';
import { tables } from '../../src/i18n/tables.js';
import { values } from '../../src/i18n/values.js';
import { uncountedReasons } from '../../src/model/orders.js';
import { inputOf, orders, START } from './drawn.js';

/** Months, weeks and quarters are written alike in every language. */
const periodKey = /^\d{4}-(\d\d|W\d\d|Q[1-4])$/;

const days = { from: START + 2, to: START + 3 };
const shops: readonly AnalysisInput[] = [
  inputOf(orders`ann 11`),
  inputOf(orders`ann 11.11.1`, { window: days, historyStart: START + 1, refunds: 'refund-day' }),
  inputOf(orders`- 1`),
  inputOf(orders``),
];

describe.each(metrics)('$id', (metric) => {
  test('has a title, and a label for every column, key and note, in both languages', () => {
    const missing: string[] = Object.hasOwn(tables, metric.id) ? [] : [metric.id];
    for (const input of shops) {
      const table = metric.compute(input);
      for (const { key } of table.columns) if (!Object.hasOwn(columns, key)) missing.push(key);
      for (const { id } of table.notes) if (!Object.hasOwn(notes, id)) missing.push(id);
      for (const row of table.rows) {
        for (const cell of row) {
          const isKey = typeof cell === 'string' && !periodKey.test(cell);
          if (isKey && !Object.hasOwn(values, cell)) missing.push(cell);
        }
      }
    }
    expect(missing).toEqual([]);
  });

  test('is defined in full in both languages, under names nobody else has', () => {
    const { name, aliases, formula, window, young, source } = metric.definition;
    for (const words of [name, formula, window, young, source]) {
      expect([words.zh.length, words.en.length].every((length) => length > 1)).toBe(true);
    }
    const others = metrics
      .filter((other) => other !== metric)
      .flatMap(({ id, definition }) => [id, definition.name.zh, definition.name.en, ...definition.aliases]);
    expect([name.zh, name.en, ...aliases].filter((alias) => others.includes(alias))).toEqual([]);
  });

  test('computes under its own id', () => {
    for (const input of shops) expect(metric.compute(input)).toMatchObject({ id: metric.id, definition: metric.id });
  });
});

test('every reason for which an order is not counted has a label', () => {
  const reasons = uncountedReasons.filter((reason) => reason !== 'valid');
  expect(reasons.filter((reason) => !Object.hasOwn(values, reason))).toEqual([]);
});

test('the list, one customer and groups have titles and labels', () => {
  const input = inputOf({ orders: [{ customer: 'ann', day: START, gross: 100 }], asOf: START });
  const person = customerTables(input, 'ann');
  const found = person?.kind === 'found' ? person.tables : [];
  const lists = [
    customersTable(input),
    segmentTable(input, 'hot'),
    ...found,
    ...grouped(['churn'], input, 'promotion'),
  ];
  const missing = lists.flatMap((table) => [
    ...(table === null || Object.hasOwn(tables, table.id) ? [] : [table.id]),
    ...(table?.columns ?? []).flatMap(({ key }) => (Object.hasOwn(columns, key) ? [] : [key])),
    ...(table?.notes ?? []).flatMap(({ id }) => (Object.hasOwn(notes, id) ? [] : [id])),
  ]);
  expect(missing).toEqual([]);
  for (const key of [...groupings, 'onPromotion', 'otherDays', 'active']) expect(Object.hasOwn(values, key)).toBe(true);
});
