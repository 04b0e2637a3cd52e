import { expect, test } from 'vitest';
import { issueWords } from '../../../src/i18n/issues.js';
import { notes } from '../../../src/i18n/notes.js';

test.each([
  'amount-unreadable',
  'time-unreadable',
  'time-ambiguous',
  'count-unreadable',
  'order-id-damaged',
  'id-damaged',
  'cell-error',
  'row-too-short',
  'row-too-long',
  'status-unknown',
  'currency-unknown',
  'nul-bytes',
  'unclosed-quote',
  'record-too-long',
  'bad-encoding',
  'cut-off',
])('the problem %s is worded', (problem) => {
  expect(Object.hasOwn(issueWords, problem)).toBe(true);
});

test.each([
  'sheet-without-header',
  'sheet-not-orders',
  'sheet-statistics',
  'sheet-purchases',
  'sheet-statement',
  'sheet-unsupported-platform',
  'sheet-two-dialects',
  'sheet-map-column-missing',
  'columns-suggested',
  'currency-assumed',
  'rows-passed-over',
  'rounded-amounts',
  'order-ids-rounded',
  'unknown-statuses',
  'unknown-refund-statuses',
])('the note %s is worded', (note) => {
  expect(Object.hasOwn(notes, note)).toBe(true);
});
