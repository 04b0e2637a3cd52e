import { count, day, either, listOf, mapOf, nothing, number, object, type Shape, text, word } from './shape.js';

const dayOrNull = either(day, nothing);
const textOrNull = either(text, nothing);

const windowShape = object('whole days, both ends included', { from: day, to: day });

/** Days a table or report is about, or null. */
export const windowOrNull = either(windowShape, nothing);

/** A sheet as the import found it. */
export const sheetShape = object('one sheet of a file', {
  name: text,
  platform: textOrNull,
  skipped: textOrNull,
  headerLine: either(count, nothing),
  rows: count,
  used: count,
  duplicate: count,
  rejected: count,
  amount: number,
  firstDay: dayOrNull,
  lastDay: dayOrNull,
  columns: listOf(object('what a column was taken for', { field: text, header: text, position: count })),
  unusedHeaders: listOf(text),
  timeKinds: mapOf(count),
});

/** An input file. */
export const fileShape = object('one input file; platform is null when its sheets have none or several', {
  name: text,
  platform: textOrNull,
  kind: text,
  encoding: text,
  delimiter: text,
  bytes: count,
  rows: count,
  sha256: text,
  sheets: listOf(sheetShape),
});

/** Something said about the numbers. */
export const noteShape = object('said about the answer, worded in the language asked for', {
  id: text,
  level: word('info', 'warning'),
  params: mapOf(either(text, number)),
  text: text,
});

/** A conclusion. */
export const findingShape = object('a conclusion with its evidence', {
  id: text,
  params: mapOf(either(text, number)),
});

/** A problem of a row. */
export const issueShape = object(
  'a row that is not as it should be; `got` is type and length, `value` only with --show-values',
  {
    file: text,
    sheet: text,
    line: either(count, nothing),
    column: textOrNull,
    problem: text,
    got: text,
    expected: text,
    done: word('rejected', 'kept', 'merged'),
    value: textOrNull,
  },
  ['value'],
);

/** What a column is. */
export const columnShape = object('a column; its unit says how to read its numbers', {
  key: text,
  unit: word('money', 'price', 'count', 'number', 'ratio', 'days', 'date', 'time', 'text', 'name', 'any'),
});

/** A table; every row has exactly the keys of `columns`. */
export const tableShape = object('a table; every row has the keys of its columns, null = cannot be computed', {
  id: text,
  metric: text,
  definition: text,
  window: windowOrNull,
  columns: listOf(columnShape),
  rows: listOf(mapOf(either(text, number, nothing))),
  notes: listOf(noteShape),
});

/** The members of a document before its lists. */
export const headingMembers = {
  schema: word('crm.report/1'),
  command: text,
  asOf: dayOrNull,
  asOfReason: word('given', 'window-end', 'latest-order', 'none'),
  timezone: text,
  clockSource: word('platform', 'as-written', 'option', 'utc-assumed'),
  currency: text,
  window: windowOrNull,
  main: text,
} as const;

const again: Shape = { kind: 'again', name: 'report' };

/** A document of `--format json`: that of the currency with most orders; other currencies under `others`. */
export const reportShape = object('a report of one currency; other currencies stand under others', {
  ...headingMembers,
  files: listOf(fileShape),
  tables: listOf(tableShape),
  findings: listOf(findingShape),
  notes: listOf(noteShape),
  issues: object('all problems of rows are counted, the first are listed', { count, first: listOf(issueShape) }),
  others: listOf(again),
});
