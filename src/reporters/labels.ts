import { columns } from '../i18n/columns.js';
import { fields } from '../i18n/fields.js';
import { issueWords } from '../i18n/issues.js';
import { notes } from '../i18n/notes.js';
import { page } from '../i18n/page.js';
import { type TableWords, tables } from '../i18n/tables.js';
import { values } from '../i18n/values.js';
import { type Lang, type Params, say, type Words } from '../i18n/words.js';
import { sanitise } from '../util/sanitise.js';

/** Where a key stands: some keys are worded apart for one table, and a column of fields names canonical fields. */
export interface KeyPlace {
  readonly table: string;
  readonly column: string;
}

/** Name of a column for people, the table's own where it has one; its key where none is written. */
export function columnLabel(key: string, lang: Lang, table = ''): string {
  return (labelIn(columns, `${table}.${key}`) ?? labelIn(columns, key))?.[lang] ?? sanitise(key);
}

/** Title of a table for people; its id where none is written. */
export function tableTitle(id: string, lang: Lang): string {
  return labelIn(tables, id)?.[lang] ?? sanitise(id);
}

/** The line that says what a table shows, where one is written. */
export function tableSubtitle(id: string): Words | undefined {
  const words: TableWords | undefined = Object.hasOwn(tables, id) ? tables[id as keyof typeof tables] : undefined;
  return words?.subtitle;
}

/** A key in a text column (a metric, a class, a step, a row's problem) for people; the key where none is written. */
export function valueLabel(key: string, lang: Lang, place?: KeyPlace): string {
  return valueWords(key, place)?.[lang] ?? sanitise(key);
}

/** A text of the page, with hostile params made safe. */
export function onPage(key: keyof typeof page, lang: Lang, params: Params = {}): string {
  return say(page[key], lang, safeParams(params));
}

/** Params of a text whose strings may come out of a file. */
export function safeParams(params: Params): Params {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? sanitise(value) : value]),
  );
}

/** The words of an own key, never of the prototype. */
export function labelIn(record: Readonly<Record<string, Words>>, key: string): Words | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/**
 * Words of `table.key`, then of the key whole (`rows.rejected.bad-money`), then of its last part, among the values and
 * the issues.
 */
export function valueWords(key: string, place?: KeyPlace): Words | undefined {
  if (place?.column === 'field') return labelIn(fields, key);
  const last = key.slice(key.lastIndexOf('.') + 1);
  const name = place === undefined ? '' : `${place.table}.${key}`;
  const own = labelIn(values, name) ?? labelIn(page, name);
  return own ?? labelIn(values, key) ?? labelIn(values, last) ?? problemWords(last) ?? labelIn(notes, key);
}

/** The words of a note, undefined where none are written. */
export function noteWords(id: string): Words | undefined {
  return labelIn(notes, id);
}

/** What a problem's cell should have held. */
export function issueExpected(problem: string, lang: Lang): string {
  return (Object.hasOwn(issueWords, problem) ? issueWords[problem]?.expected[lang] : undefined) ?? '';
}

/** What is wrong with the row; the key where nobody worded it. */
export function issueProblem(problem: string): Words {
  return problemWords(problem) ?? { zh: sanitise(problem), en: sanitise(problem) };
}

/** What to do about it; empty where nobody worded it. */
export function issueAdvice(problem: string): Words {
  return (Object.hasOwn(issueWords, problem) ? issueWords[problem]?.advice : undefined) ?? { zh: '', en: '' };
}

function problemWords(problem: string): Words | undefined {
  return Object.hasOwn(issueWords, problem) ? issueWords[problem]?.problem : undefined;
}
