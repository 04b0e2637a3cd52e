import type { Lang } from '../i18n/words.js';
import type { Report, Table } from '../model/report.js';
import { isoDay } from '../util/calendar.js';
import { basisText, fileNames, periodOf, periodText } from './about.js';
import { coverageTexts } from './coverage.js';
import { findingText } from './finding.js';
import { cellText } from './format.js';
import { columnLabel, onPage, tableSubtitle, tableTitle } from './labels.js';
import { markdownLine, markdownText } from './markdown-text.js';
import { type MatrixTable, turnedTable } from './matrix-table.js';
import { issueLine, noteLine } from './messages.js';
import { inPieces } from './pieces.js';
import type { Reporter, Style } from './reporter.js';
import { withSubtotal } from './subtotal.js';
import { isText, rowsAsTexts } from './table-texts.js';

/**
 * The report as GitHub-flavoured Markdown: title, basis and coverage, every table with the texts of the terminal,
 * cohorts turned, notes, problems, conclusions. Texts out of files are shown letter by letter. With `style.table` that
 * table alone. Rows are written as they are walked.
 */
export const markdownReporter: Reporter = {
  id: 'md',
  title: { zh: 'Markdown（全部表格）', en: 'Markdown (every table)' },
  extensions: ['md', 'markdown'],
  write: (report, style) => inPieces(document(report, style)),
};

function* document(report: Report, style: Style): Generator<string> {
  yield* reportText(report, style, markdownText(fileNames(report, style.lang)));
  for (const other of report.others) {
    yield* reportText(other, style, onPage('others', style.lang, { code: other.currency.code }));
  }
  if (report.next.length === 0) return;
  yield `\n${report.next.map(({ purpose, command }) => `- ${markdownText(purpose[style.lang])}: ${code(command)}`).join('\n')}\n`;
}

function* reportText(report: Report, style: Style, title: string): Generator<string> {
  const { lang } = style;
  yield `# ${title}\n\n${markdownText(periodText(periodOf(report), lang))}  \n${markdownText(basisText(report, lang))}\n`;
  for (const table of report.tables.filter(({ id }) => id === 'reconciliation')) {
    const { counted, left } = coverageTexts(table, lang);
    yield `\n${markdownText(counted)}${left === '' ? '' : `  \n${markdownText(left)}`}\n`;
  }
  const tables = report.tables.filter(({ id }) => style.table === null || id === style.table);
  for (const table of tables) yield* tableText(withSubtotal(table), report, lang);
  yield* listed(
    onPage('notes', lang),
    report.notes.map((note) => noteLine(note, lang)),
  );
  yield* listed(
    onPage('issues', lang),
    report.issues.first.map((issue) => issueLine(issue, lang, style.showValues)),
  );
  yield* listed(
    onPage('findings', lang),
    report.findings.map((finding) => findingText(finding, lang, report.currency)),
  );
}

function* tableText(table: Table, report: Report, lang: Lang): Generator<string> {
  yield `\n## ${markdownText(tableTitle(table.id, lang))}\n`;
  const subtitle = tableSubtitle(table.id)?.[lang] ?? '';
  if (subtitle !== '') yield `\n${markdownText(subtitle)}\n`;
  if (table.window !== null) {
    yield `\n${onPage('window', lang, { from: isoDay(table.window.from), to: isoDay(table.window.to) })}\n`;
  }
  yield '\n';
  const matrix = turnedTable(table, report.tables, lang);
  yield* matrix === null ? longTable(table, report, lang) : matrixTable(matrix, report, lang);
  yield* listed(
    '',
    table.notes.map((note) => noteLine(note, lang)),
  );
}

function* longTable(table: Table, report: Report, lang: Lang): Generator<string> {
  yield line(table.columns.map(({ key }) => markdownText(columnLabel(key, lang, table.id))));
  yield line(table.columns.map((column) => (isText(column) ? ':--' : '--:')));
  for (const row of rowsAsTexts(table, lang, report.currency)) yield line(row.map(markdownText));
}

function* matrixTable(matrix: MatrixTable, { currency }: Report, lang: Lang): Generator<string> {
  const labels = matrix.starts.map((key) => markdownText(columnLabel(key, lang, matrix.id)));
  yield line([...labels, ...matrix.periods.map((period) => `+${period}`)]);
  yield line([...matrix.starts.map((key) => (key === 'size' ? '--:' : ':--')), ...matrix.periods.map(() => '--:')]);
  for (const { starts, cells } of matrix.rows) {
    const names = starts.map((cell) => (cell === null ? '' : cellText(cell, 'name', lang, currency)));
    const numbers = cells.map((cell) => (cell === null ? '' : cellText(cell, matrix.unit, lang, currency)));
    yield line([...names, ...numbers].map(markdownText));
  }
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

function* listed(title: string, texts: readonly string[]): Generator<string> {
  if (texts.length === 0) return;
  if (title !== '') yield `\n## ${title}\n`;
  yield `\n${texts.map((text) => `- ${markdownLine(text)}`).join('\n')}\n`;
}

/** A command to copy, between enough backticks. */
function code(command: string): string {
  const longest = Math.max(0, ...[...command.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? fence + command + fence : `${fence} ${command} ${fence}`;
}
