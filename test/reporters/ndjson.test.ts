import { describe, expect, test } from 'vitest';
import { CrmError } from '../../src/errors.js';
import { ndjsonReporter } from '../../src/reporters/ndjson.js';
import { hostile } from './hostile.js';
import { inventedReport, tableOf } from './invented-report.js';
import { written } from './written.js';

describe('a table as NDJSON', () => {
  test('one object a line, all columns in their order, no byte order mark', () => {
    const tables = [
      tableOf('one', 'who:name sales:money day:date rate:ratio', [
        ['00123', 1230, 0, 1 / 3],
        [null, null, null, null],
      ]),
    ];
    expect(written(ndjsonReporter, inventedReport({ tables, main: 'one' }), { bom: true })).toBe(
      '{"who":"00123","sales":12.3,"day":"1970-01-01","rate":0.3333333333333333}\n{"who":null,"sales":null,"day":null,"rate":null}\n',
    );
  });

  test('texts stay as they are, whatever they hold', () => {
    const tables = [
      tableOf(
        'one',
        'who:name',
        hostile.map((text) => [text]),
      ),
    ];
    const text = written(ndjsonReporter, inventedReport({ tables, main: 'one' }));
    expect(
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).who),
    ).toEqual(hostile);
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/);
  });

  test('no rows are no lines, an unknown table is refused', () => {
    expect(written(ndjsonReporter, inventedReport({ tables: [tableOf('one', 'who:name', [])], main: 'one' }))).toBe('');
    expect(() => written(ndjsonReporter, inventedReport(), { table: 'no-such' })).toThrow(CrmError);
  });
});
