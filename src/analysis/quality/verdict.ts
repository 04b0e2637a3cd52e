import { issueWords } from '../../i18n/issues.js';
import type { Imported } from '../../model/imported.js';
import type { Finding, Quantity } from '../../model/report.js';
import { isoDay } from '../../util/calendar.js';
import type { AnalysisInput } from '../metric.js';
import { suspectRuns } from './empty-days.js';
import { buyers, conflicts, unknownStatus } from './order-remarks.js';
import { placesText } from './places.js';
import { rejectedPlaces } from './rejected-places.js';
import { percent, type Remark, SERIOUS } from './remark.js';

const YEAR = 365;

/**
 * Whether the numbers can be believed, in one sentence, then what to do first, the gravest first. Everything in it stands
 * in a table or note below with all its rows.
 */
export function verdict(imported: Imported, input: AnalysisInput): readonly Finding[] {
  const remarks = [
    ...noOrders(imported, input),
    ...rejectedRows(imported),
    ...notesAs(imported),
    ...unknownStatus(imported),
    ...buyers(imported),
    ...conflicts(imported),
    ...missingDays(imported, input),
    ...shortHistory(input),
  ].sort((one, other) => (one.weight === other.weight ? 0 : one.weight === 'bad' ? -1 : 1));
  const bad = remarks.filter(({ weight }) => weight === 'bad').map(({ id }) => id);
  const isNobody = bad.every((id) => id === 'check-no-buyers');
  const doubt = bad.length === 0 ? 'check-says-mostly' : isNobody ? 'check-says-sales' : 'check-says-no';
  const id = remarks.length === 0 ? 'check-says-yes' : doubt;
  const params = { rows: imported.rows.read.count, valid: input.validRows.length, count: remarks.length };
  return [{ id, params }, ...remarks.map(({ id: own, params: facts }) => ({ id: own, params: facts }))];
}

function noOrders({ table }: Imported, { validRows }: AnalysisInput): readonly Remark[] {
  return validRows.length > 0 ? [] : [{ id: 'check-no-orders', weight: 'bad', params: { orders: table.size } }];
}

/** The commonest reason is named with its places and advice; the others are in the list. */
function rejectedRows(imported: Imported): readonly Remark[] {
  const { read, rejected } = imported.rows;
  let [count, amount] = [0, 0];
  let most: readonly [problem: string, count: number] = ['', 0];
  for (const [problem, counted] of rejected) {
    count += counted.count;
    amount += counted.amount;
    if (counted.count > most[1]) most = [problem, counted.count];
  }
  if (count === 0) return [];
  const words = issueWords[most[0]];
  const money: Quantity = { value: amount, unit: 'money' };
  const places = placesText(rejectedPlaces(imported).get(most[0]) ?? [], most[1]);
  const named = { problemZh: words?.problem.zh ?? most[0], problemEn: words?.problem.en ?? most[0] };
  const advice = { adviceZh: words?.advice.zh ?? '', adviceEn: words?.advice.en ?? '' };
  const params = { count, share: percent(count / read.count), money, most: most[1], places, ...named, ...advice };
  const serious = count > read.count * SERIOUS || Math.abs(amount) > Math.abs(read.amount) * SERIOUS;
  return [{ id: 'check-rejected', weight: serious ? 'bad' : 'look', params }];
}

/** Notes that say a number may be wrong, and how much they weigh. */
const noteWeights: Readonly<Record<string, Remark['weight']>> = {
  'same-rows-without-order-number': 'bad',
  'refund-meaning-doubtful': 'bad',
  'no-time-column': 'bad',
  'order-ids-rounded': 'bad',
  'paid-without-payment-time': 'look',
  'long-gap': 'bad',
  'several-clocks': 'look',
  'currency-assumed': 'look',
  'total-as-paid': 'look',
  'ambiguous-shop': 'look',
};

function notesAs({ notes }: Imported): readonly Remark[] {
  return notes.flatMap(({ id, params }): readonly Remark[] => {
    if (id === 'total-check') return totals(params);
    const weight = Object.hasOwn(noteWeights, id) ? noteWeights[id] : undefined;
    return weight === undefined ? [] : [{ id, weight, params }];
  });
}

/** The check of the totals is worth a word only where it fails. */
function totals(params: Readonly<Record<string, string | number>>): readonly Remark[] {
  const [orders, holds] = [Number(params['orders']), Number(params['holds'])];
  if (orders === holds) return [];
  return [
    {
      id: 'check-totals',
      weight: orders - holds > orders * SERIOUS ? 'bad' : 'look',
      params: { ...params, off: orders - holds },
    },
  ];
}

/** A gap of more than a year is said by the note of the dates. */
function missingDays({ notes }: Imported, input: AnalysisInput): readonly Remark[] {
  if (notes.some(({ id }) => id === 'long-gap')) return [];
  const runs = suspectRuns(input);
  const [longest] = runs;
  if (longest === undefined) return [];
  const { from, to, days } = longest;
  return [
    {
      id: 'check-missing-days',
      weight: 'look',
      params: { from: isoDay(from), to: isoDay(to), days, runs: runs.length },
    },
  ];
}

/** Where nobody can be told from anybody, nobody is new. */
function shortHistory({ scope, history }: AnalysisInput): readonly Remark[] {
  const { observed, historyStart } = scope;
  if (observed === null || history.customers === 0 || historyStart !== null || observed.to - observed.from + 1 >= YEAR)
    return [];
  const params = { from: isoDay(observed.from), days: observed.to - observed.from + 1 };
  return [{ id: 'check-short-history', weight: 'look', params }];
}
