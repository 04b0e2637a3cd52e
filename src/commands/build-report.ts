import { anyMetricOf } from '../analysis/compute.js';
import { analysisInput } from '../analysis/input.js';
import type { AnalysisInput } from '../analysis/metric.js';
import { CrmError, errorKinds } from '../errors.js';
import { say } from '../i18n/words.js';
import type { Imported } from '../model/imported.js';
import type { IssueLog } from '../model/issue.js';
import type { OrderTable } from '../model/orders.js';
import type { Finding, Note, Report, Table, Window } from '../model/report.js';
import { type Day, isoDay, NO_DAY } from '../util/calendar.js';
import { type CurrencyChoice, currenciesOf } from './currencies.js';
import type { AnalysisOptions, AskedWindow } from './run-import.js';

/** The part of a report that is a command's own. */
export interface ReportParts {
  readonly tables: readonly Table[];
  readonly main: string;
  readonly notes?: readonly Note[];
  /** Conclusions, the most important first. */
  readonly findings?: readonly Finding[];
  /** False: nobody is worth writing to, so no list is offered as the next step. */
  readonly lists?: boolean;
}

/** How many issues a report shows; all are counted. */
const ISSUES_SHOWN = 20;

/** A report per currency, the one with most orders first and the others under `others`. */
export async function buildReport(
  command: string,
  imported: Imported,
  options: AnalysisOptions,
  window: AskedWindow,
  next: Report['next'],
  partsOf: (input: AnalysisInput, isFirst: boolean) => ReportParts,
): Promise<Report> {
  const choices = currenciesOf(imported.table, options.currency);
  const making = choices.map(async (choice, index) => {
    const input = analysisInputFor(imported, options, window, choice);
    const first = index === 0;
    const parts = await withExclusions(partsOf(input, first), imported, input, () =>
      analysisInputFor(withoutExclusions(imported), options, window, choice),
    );
    return {
      command,
      asOf: imported.asOf === NO_DAY ? null : imported.asOf,
      asOfReason: imported.asOfReason,
      window: input.scope.window,
      clock: imported.clock,
      currency: choice.currency,
      files: imported.files,
      tables: parts.tables,
      main: parts.main,
      definitions: await definitionsOf(parts.tables),
      findings: parts.findings ?? [],
      notes: [...(first ? [...passedOverNotes(imported), ...imported.notes] : []), ...(parts.notes ?? [])],
      issues: first ? shown(imported.issues) : { count: 0, byProblem: new Map(), first: [] },
      next: first ? next : [],
      others: [],
    } satisfies Report;
  });
  const [first, ...others] = await Promise.all(making);
  if (first === undefined) throw new Error('a report without a currency');
  return { ...first, others };
}

/** Main tables of the reports that show what the user's exclusions did; of the others a note tells. */
const showExclusions: ReadonlySet<string> = new Set(['overview', 'reconciliation']);

async function withExclusions(
  parts: ReportParts,
  imported: Imported,
  input: AnalysisInput,
  without: () => AnalysisInput,
): Promise<ReportParts> {
  if (imported.exclusions === null || !showExclusions.has(parts.main)) return parts;
  const { exclusionsTable, exclusionEffect } = await import('../analysis/quality/exclusions.js');
  return { ...parts, tables: [...parts.tables, exclusionsTable(imported, input), exclusionEffect(input, without())] };
}

/** The same import as if no rule had been given. */
function withoutExclusions(imported: Imported): Imported {
  return { ...imported, table: imported.exclusions?.without ?? imported.table };
}

/** A note for each file that was passed over, with the reason in both languages. */
function passedOverNotes({ passedOver }: Imported): readonly Note[] {
  return passedOver.map(({ name, error }) => {
    const { what } = errorKinds[error.code];
    const [reasonZh, reasonEn] = [say(what, 'zh', error.params), say(what, 'en', error.params)];
    return { id: 'file-passed-over', level: 'warning', params: { file: name, reasonZh, reasonEn } };
  });
}

function shown({ count, byProblem, first }: IssueLog): Report['issues'] {
  return { count, byProblem, first: first.slice(0, ISSUES_SHOWN) };
}

/** The formulas of the metrics that the tables name. */
async function definitionsOf(tables: readonly Table[]): Promise<Report['definitions']> {
  const named = tables.map(({ definition }) => definition).filter((id) => id !== '');
  const metrics = await Promise.all(named.map(anyMetricOf));
  return Object.fromEntries(metrics.map(({ id, definition }) => [id, definition.formula]));
}

function analysisInputFor(
  imported: Imported,
  options: AnalysisOptions,
  asked: AskedWindow,
  choice: CurrencyChoice,
): AnalysisInput {
  return analysisInput(imported.table, {
    asOf: imported.asOf,
    asOfReason: imported.asOfReason,
    window: windowOf(imported, asked),
    currency: choice.currency,
    currencyCode: choice.code,
    purchase: options.purchase ?? 'day',
    oldWindow: options.oldWindow ?? null,
    historyStart: options.historyStart ?? null,
    refunds: options.refunds ?? 'order-day',
    refundsKnown: imported.has.refund,
    ...customerScope(options),
  });
}

/** The options about customers that were given; the analysis has its own defaults. */
function customerScope({
  cohort,
  lapsedAfter,
  edges,
  unbounded,
}: AnalysisOptions & { unbounded?: boolean | undefined }) {
  return {
    ...(cohort === undefined ? {} : { cohort }),
    ...(lapsedAfter === undefined ? {} : { lapsedAfter }),
    ...(edges === undefined ? {} : { edges }),
    ...(unbounded === undefined ? {} : { unbounded }),
  };
}

/** The asked window with its open ends filled: from the first valid order, to the as-of day. */
function windowOf({ table, asOf }: Imported, { from, to }: AskedWindow): Window | null {
  if ((from === null && to === null) || asOf === NO_DAY) return null;
  if (from !== null && from > asOf) {
    throw new CrmError('window-after-data', '--from', { from: isoDay(from), asOf: isoDay(asOf) });
  }
  return { from: from ?? Math.min(firstValidDay(table), to ?? asOf), to: to ?? asOf };
}

function firstValidDay(table: OrderTable): Day {
  let first = Number.POSITIVE_INFINITY;
  for (let row = 0; row < table.size; row++) {
    if (table.uncounted[row] === 0 && table.day[row]! < first) first = table.day[row]!;
  }
  return first;
}
