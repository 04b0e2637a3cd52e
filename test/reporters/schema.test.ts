import { describe, expect, test } from 'vitest';
import { jsonReporter } from '../../src/reporters/json.js';
import { reportSchema, schemaText } from '../../src/reporters/schema.js';
import { answer } from '../crm.js';
import { retention } from './invented-cohorts.js';
import { inventedReport } from './invented-report.js';
import { violations } from './json-schema.js';
import { written } from './written.js';

const document = (more: Parameters<typeof inventedReport>[0] = {}, style = {}) =>
  JSON.parse(written(jsonReporter, inventedReport(more), style));
const ORDERS = 'fixtures/example/orders.csv';

describe('the schema of JSON documents', () => {
  test('is draft 2020-12 and names its version', () => {
    expect(JSON.parse(schemaText())).toEqual(reportSchema);
    expect(reportSchema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'crm.report/1',
    });
  });

  test.each([
    ['a whole report', document()],
    ['with values of bad cells', document({}, { showValues: true })],
    ['with cohorts', document({ tables: [retention()] })],
    ['in two currencies', document({ others: [inventedReport({ currency: { code: 'JPY', decimals: 0 } })] })],
    ['nothing at all', document({ tables: [], files: [], notes: [], asOf: null, asOfReason: 'none', window: null })],
  ])('%s conforms', (_, one) => {
    expect(violations(reportSchema, one)).toEqual([]);
  });

  test.each([
    ['an unknown key', { ...document(), extra: 1 }, '/extra: unknown key'],
    [
      'an unknown key in a table',
      changed((one) => Object.assign(one.tables[0], { extra: 1 })),
      '/tables/0/extra: unknown key',
    ],
    [
      'an unknown key in another currency',
      { ...document(), others: [{ ...document(), extra: 1 }] },
      '/others/0/extra: unknown key',
    ],
    ['a key too few', changed((one) => Reflect.deleteProperty(one, 'currency')), '/currency: missing'],
    ['another schema', { ...document(), schema: 'crm.report/2' }, '/schema: not one of crm.report/1'],
    ['a number as text', changed((one) => Object.assign(one.issues, { count: '3' })), '/issues/count: not integer'],
    [
      'an object as a cell',
      changed((one) => Object.assign(one.tables[0].rows[0], { count: {} })),
      '/tables/0/rows/0/count: none of the shapes',
    ],
    ['no day', { ...document(), asOf: 'yesterday' }, '/asOf: none of the shapes'],
  ])('%s does not', (_, one, violation) => {
    expect(violations(reportSchema, one)).toContain(violation);
  });

  const usual = [
    ['analyze', ORDERS, '--month', '2024-03'],
    ['check', ORDERS],
    ['customer', 'tb19240436', ORDERS],
    ['recency', ORDERS, '--by', 'promotion'],
    ['clv', ORDERS],
  ];
  const others = [
    ['analyze', ORDERS],
    ['repeat', ORDERS],
    ['retention', ORDERS],
    ['churn', ORDERS],
    ['recency', ORDERS],
    ['customers', ORDERS],
    ['segment', 'sleeping', ORDERS],
    ['due', ORDERS],
    ['demo'],
  ];
  test.each(process.env['LONG'] === undefined ? usual : [...usual, ...others])(
    'the answer of crm %s %s %s %s conforms',
    (...args) => {
      const { document: one } = answer(args.filter((word) => word !== undefined));
      expect(violations(reportSchema, one)).toEqual([]);
      for (const { columns, rows } of one['tables'] as readonly {
        columns: readonly { key: string }[];
        rows: readonly object[];
      }[]) {
        for (const row of rows) expect(Object.keys(row)).toEqual(columns.map(({ key }) => key));
      }
    },
  );
});

function changed(change: (one: ReturnType<typeof document>) => unknown): unknown {
  const one = document();
  change(one);
  return one;
}
