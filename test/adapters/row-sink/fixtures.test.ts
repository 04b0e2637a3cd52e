import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../../src/adapters/read/open.js';
import { memorySource } from '../read/memory-source.js';
import { services } from '../read/run-child.js';
import { mappingOf, readSheet, rowsOf } from '../reading.js';

interface Expected {
  readonly dialect: string;
  readonly encoding: string;
  readonly rows: number;
  readonly accepted: number;
  readonly passedOver?: number;
  readonly rejected: Readonly<Record<string, readonly [number, number]>>;
  readonly kept: Readonly<Record<string, number>>;
  readonly timeKinds: object;
  readonly notes?: readonly string[];
  readonly orders: readonly Readonly<Record<string, unknown>>[];
}

const folder = new URL('../../../fixtures/', import.meta.url);
const files = ['taobao-orders', 'taobao-items', 'generic'].flatMap((dialect) =>
  readdirSync(new URL(`${dialect}/`, folder))
    .filter((name) => !name.endsWith('.json'))
    .map((name) => `${dialect}/${name}`),
);

describe('an export with a bad row in it is read as its answer beside it says', () => {
  test.each(files)('%s', async (name) => {
    const expected = JSON.parse(
      readFileSync(new URL(`${name.replace(/\.\w+$/, '')}.expected.json`, folder), 'utf8'),
    ) as Expected;
    const source = memorySource(readFileSync(new URL(name, folder)), name);
    const opened = await openFile(source, { delimiter: 'auto', encoding: 'auto', sheet: null, header: true }, services);
    const sheet = opened.sheets[0]!;
    const { reading, store, issues } = await readSheet(sheet);
    expect((await mappingOf(sheet)).dialect.id).toBe(expected.dialect);
    expect(opened.encoding).toBe(expected.encoding);
    const { rows, accepted, passedOver, timeKinds, notes } = reading;
    expect({ rows, accepted, passedOver, timeKinds, notes: notes.map(({ id }) => id) }).toEqual({
      rows: expected.rows,
      accepted: expected.accepted,
      passedOver: expected.passedOver ?? 0,
      timeKinds: expected.timeKinds,
      notes: expected.notes ?? (expected.kept['status-unknown'] === undefined ? [] : ['unknown-statuses']),
    });
    expect(
      Object.fromEntries(reading.rejected.map(({ problem, count, amount }) => [problem, [count, amount]])),
    ).toEqual(expected.rejected);
    const counts = Object.entries(expected.rejected).map(([problem, [count]]) => [problem, count] as const);
    expect(Object.fromEntries(issues.byProblem)).toEqual({ ...Object.fromEntries(counts), ...expected.kept });
    expect(issues.first.every(({ value }) => value === null)).toBe(true);
    expect(rowsOf(store, ...Object.keys(expected.orders[0] ?? {}))).toEqual(expected.orders);
  });
});
