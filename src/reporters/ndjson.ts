import type { Report } from '../model/report.js';
import { chosenTable } from './chosen-table.js';
import { rowTexts } from './json-rows.js';
import { inPieces } from './pieces.js';
import type { Reporter, Style } from './reporter.js';

/**
 * One table as newline-delimited JSON, one object a row: `style.table`, else the report's main one, of the report's
 * first currency. Keys, numbers and dates are those of the JSON document; every row has all columns, in their order.
 * Texts stay as they are in the files. Rows are written as they are walked.
 */
export const ndjsonReporter: Reporter = {
  id: 'ndjson',
  title: { zh: 'NDJSON（一张表，一行一条）', en: 'NDJSON (one table, a row a line)' },
  extensions: ['ndjson', 'jsonl'],
  write: (report, style) => inPieces(lines(report, style)),
};

function* lines(report: Report, style: Style): Generator<string> {
  for (const row of rowTexts(chosenTable(report, style), report.currency, false)) yield `${row}\n`;
}
