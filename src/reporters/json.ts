import type { Lang } from '../i18n/words.js';
import type { Report, Table } from '../model/report.js';
import { fileFacts, findings, heading, issueFacts, notes, window } from './json-parts.js';
import { rowTexts } from './json-rows.js';
import { jsonLine, jsonText } from './json-text.js';
import { inPieces } from './pieces.js';
import type { Reporter, Style } from './reporter.js';

/**
 * The whole report as one document, schema `crm.report/1`: English keys, raw numbers, money in major units, dates ISO,
 * null = cannot be computed. One line for each property, file, row, note and issue, so that two documents can be
 * compared line by line. Rows are written as they are walked; nothing of the run (time, machine) is in it.
 */
export const jsonReporter: Reporter = {
  id: 'json',
  title: { zh: 'JSON（全部内容）', en: 'JSON (everything)' },
  extensions: ['json'],
  hashes: true,
  write: (report, style) => inPieces(document(report, style)),
};

function* document(report: Report, style: Style): Generator<string> {
  yield* reportText(report, style, '');
  yield '\n';
}

function* reportText(report: Report, style: Style, indent: string): Generator<string> {
  const inner = `${indent}  `;
  yield '{\n';
  for (const [key, value] of Object.entries(heading(report))) yield `${inner}${jsonText(key)}: ${jsonLine(value)},\n`;
  yield* list(
    'files',
    report.files.map((file) => jsonLine(fileFacts(file, report.currency))),
    inner,
  );
  yield* objects('tables', report.tables, inner, (table, at) => tableText(table, report, style.lang, at));
  yield* list('findings', findings(report).map(jsonLine), inner);
  yield* list('notes', notes(report.notes, style.lang).map(jsonLine), inner);
  yield `${inner}"issues": {\n${inner}  "count": ${report.issues.count},\n`;
  const issues = report.issues.first.map((issue) => jsonLine(issueFacts(issue, style)));
  yield* list('first', issues, `${inner}  `, '\n');
  yield `${inner}},\n`;
  yield* objects('others', report.others, inner, (other, at) => reportText(other, style, at), '\n');
  yield `${indent}}`;
}

function* tableText(table: Table, report: Report, lang: Lang, indent: string): Generator<string> {
  const inner = `${indent}  `;
  const definition = report.definitions[table.definition]?.[lang] ?? '';
  yield `{\n${inner}"id": ${jsonText(table.id)},\n${inner}"metric": ${jsonText(table.definition)},\n`;
  yield `${inner}"definition": ${jsonText(definition)},\n`;
  yield `${inner}"window": ${jsonLine(window(table.window))},\n`;
  yield `${inner}"columns": ${jsonLine(table.columns.map(({ key, unit }) => ({ key, unit })))},\n`;
  yield* list('rows', rowTexts(table, report.currency, true), inner);
  yield* list('notes', notes(table.notes, lang).map(jsonLine), inner, '\n');
  yield `${indent}}`;
}

/** `"key": [ … ]` with one item a line. */
function* list(key: string, items: Iterable<string>, indent: string, end = ',\n'): Generator<string> {
  let before = `${indent}"${key}": [\n`;
  let some = false;
  for (const item of items) {
    yield `${before}${indent}  ${item}`;
    before = ',\n';
    some = true;
  }
  yield some ? `\n${indent}]${end}` : `${indent}"${key}": []${end}`;
}

/** `"key": [ … ]` whose items are written in pieces over several lines. */
function* objects<T>(
  key: string,
  items: readonly T[],
  indent: string,
  write: (item: T, indent: string) => Iterable<string>,
  end = ',\n',
): Generator<string> {
  if (items.length === 0) {
    yield `${indent}"${key}": []${end}`;
    return;
  }
  let before = `${indent}"${key}": [\n`;
  for (const item of items) {
    yield `${before}${indent}  `;
    yield* write(item, `${indent}  `);
    before = ',\n';
  }
  yield `\n${indent}]${end}`;
}
