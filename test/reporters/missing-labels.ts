import { columns } from '../../src/i18n/columns.js';
import { issueWords } from '../../src/i18n/issues.js';
import { notes } from '../../src/i18n/notes.js';
import { tables } from '../../src/i18n/tables.js';
import type { Report } from '../../src/model/report.js';
import { valueWords } from '../../src/reporters/labels.js';

/** What a report would show by its key because nobody worded it: `column: key`, `table: id`, `value: key` …, sorted. */
export function missingLabels(report: Report): readonly string[] {
  const missing = new Set<string>();
  const need = (kind: string, key: string, has: boolean) => {
    if (!has) missing.add(`${kind}: ${key}`);
  };
  for (const table of report.tables) {
    need('table', table.id, Object.hasOwn(tables, table.id));
    for (const { key } of table.columns) need('column', key, Object.hasOwn(columns, key));
    for (const { id } of table.notes) need('note', id, Object.hasOwn(notes, id));
    for (const row of table.rows) {
      for (const [index, cell] of row.entries()) {
        const { key = '', unit } = table.columns[index] ?? {};
        const isKey = unit === 'text' && typeof cell === 'string';
        if (isKey) need('value', cell, valueWords(cell, { table: table.id, column: key }) !== undefined);
      }
    }
  }
  for (const { id } of report.notes) need('note', id, Object.hasOwn(notes, id));
  for (const { problem } of report.issues.first) need('issue', problem, Object.hasOwn(issueWords, problem));
  for (const other of report.others) for (const one of missingLabels(other)) missing.add(one);
  return [...missing].sort();
}
