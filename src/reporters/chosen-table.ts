import { CrmError } from '../errors.js';
import type { Report, Table } from '../model/report.js';
import type { Style } from './reporter.js';

/** The table that formats with one table write: the one asked for, else the report's main one. */
export function chosenTable(report: Report, style: Style): Table {
  const id = style.table ?? report.main;
  const table = report.tables.find((candidate) => candidate.id === id);
  if (table !== undefined) return table;
  throw new CrmError('unknown-table', id, { tables: report.tables.map((candidate) => candidate.id).join(' ') });
}
