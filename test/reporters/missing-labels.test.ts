import { expect, test } from 'vitest';
import { inventedReport, tableOf } from './invented-report.js';
import { missingLabels } from './missing-labels.js';

test('everything a page would show by its key is listed, prototypes included', () => {
  const tables = [tableOf('no-such-table', 'toString:count metric:text', [[1, 'no-such-metric']])];
  expect(missingLabels(inventedReport({ tables }))).toEqual([
    'column: toString',
    'note: no-such-note',
    'table: no-such-table',
    'value: no-such-metric',
  ]);
});
