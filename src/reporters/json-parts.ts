import { type Lang, say } from '../i18n/words.js';
import type { FileFacts, SheetFacts } from '../model/imported.js';
import type { Issue } from '../model/issue.js';
import type { Currency, Note, Quantity, Report, Window } from '../model/report.js';
import { type Day, isoDay } from '../util/calendar.js';
import { decimalText } from '../util/decimal.js';
import { issueExpected, noteWords } from './labels.js';
import { machineCell } from './machine.js';
import type {
  fileShape,
  findingShape,
  headingMembers,
  issueShape,
  noteShape,
  sheetShape,
  windowOrNull,
} from './report-shape.js';
import type { Style } from './reporter.js';
import type { Of } from './shape.js';

/** What JSON can hold. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** An issue as it is written: its value only when asked for. */
type IssueFacts = Omit<Of<typeof issueShape>, 'value'> & { readonly value?: string | null };

/** Both ends included, ISO dates. */
export function window(days: Window | null): Of<typeof windowOrNull> {
  return days === null ? null : { from: isoDay(days.from), to: isoDay(days.to) };
}

/** What a document says before its lists, in order. */
export function heading(report: Report): {
  readonly [Key in keyof typeof headingMembers]: Of<(typeof headingMembers)[Key]>;
} {
  return {
    schema: 'crm.report/1',
    command: report.command,
    asOf: report.asOf === null ? null : isoDay(report.asOf),
    asOfReason: report.asOfReason,
    timezone: report.clock.zone,
    clockSource: report.clock.source,
    currency: report.currency.code,
    window: window(report.window),
    main: report.main,
  };
}

/** A file: `platform` is null when its sheets have none or several. Sheet amounts are in major units. */
export function fileFacts(file: FileFacts, currency: Currency): Of<typeof fileShape> {
  const used = file.sheets.filter((sheet) => sheet.platform !== '');
  const platforms = new Set(used.map((sheet) => sheet.platform));
  return {
    name: file.name,
    platform: platforms.size === 1 ? (used[0]?.platform ?? null) : null,
    kind: file.kind,
    encoding: file.encoding,
    delimiter: file.delimiter,
    bytes: file.bytes,
    rows: file.sheets.reduce((rows, sheet) => rows + sheet.rows, 0),
    sha256: file.sha256 ?? '',
    sheets: file.sheets.map((sheet) => sheetFacts(sheet, currency)),
  };
}

function sheetFacts(sheet: SheetFacts, currency: Currency): Of<typeof sheetShape> {
  return {
    name: sheet.name,
    platform: sheet.platform === '' ? null : sheet.platform,
    skipped: sheet.skipped,
    headerLine: sheet.headerLine,
    rows: sheet.rows,
    used: sheet.used,
    duplicate: sheet.duplicate,
    rejected: sheet.rejected,
    amount: Number(decimalText(sheet.amount, currency.decimals)),
    firstDay: dayOrNull(sheet.firstDay),
    lastDay: dayOrNull(sheet.lastDay),
    columns: sheet.columns.map(({ field, header, position }) => ({ field, header, position })),
    unusedHeaders: sheet.unusedHeaders,
    timeKinds: sheet.timeKinds,
  };
}

/** Notes with their text in the reader's language beside the id, which stays the same in all. */
export function notes(all: readonly Note[], lang: Lang): readonly Of<typeof noteShape>[] {
  return all.map((note) => {
    const words = noteWords(note.id);
    const text = words === undefined ? note.id : say(words, lang, note.params);
    return { id: note.id, level: note.level, params: note.params, text };
  });
}

/** Conclusions with their evidence. */
export function findings(report: Report): readonly Of<typeof findingShape>[] {
  const plain = (value: string | number | Quantity) => {
    const cell = typeof value === 'object' ? machineCell(value, 'any', report.currency) : null;
    if (cell === null) return value as string | number;
    return 'text' in cell ? cell.text : Number(cell.number);
  };
  return report.findings.map(({ id, params }) => ({
    id,
    params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, plain(value)])),
  }));
}

/** A problem of a row. `got` is type and length; the value itself only when asked for. */
export function issueFacts(issue: Issue, style: Pick<Style, 'lang' | 'showValues'>): IssueFacts {
  return {
    file: issue.file,
    sheet: issue.sheet,
    line: issue.line,
    column: issue.column,
    problem: issue.problem,
    got: issue.got,
    expected: issueExpected(issue.problem, style.lang),
    done: issue.done,
    ...(style.showValues ? { value: issue.value } : {}),
  };
}

function dayOrNull(day: Day | null): string | null {
  return day === null ? null : isoDay(day);
}
