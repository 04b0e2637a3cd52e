import type { Table } from '../model/report.js';
import { customersTable } from './customers.js';
import type { Prediction } from './forecast/prediction.js';
import type { AnalysisInput, Scope } from './metric.js';
import { activeClasses, classAt, type RecencyClass, recencyClasses } from './recency-class.js';

/**
 * Names of the lists `segmentTable` knows: with `--edges` the classes of days first, then the five classes by months
 * and `active`, which is hot and warm together.
 */
export function segmentNames({ asOf, edges }: Pick<Scope, 'asOf' | 'edges'>): readonly string[] {
  const byDays = edges === null ? [] : recencyClasses(asOf, edges).map(({ key }) => key);
  return [...byDays, ...recencyClasses(asOf, null).map(({ key }) => key), 'active'];
}

/** The list of the customers of a segment, as `customersTable`; null for a name that is none of `segmentNames`. */
export function segmentTable(input: AnalysisInput, name: string, forecast?: Prediction): Table | null {
  const { asOf, edges } = input.scope;
  if (!segmentNames(input.scope).includes(name)) return null;
  const byMonths = recencyClasses(asOf, null);
  const wanted = name === 'active' ? activeClasses : [name];
  const isByMonths = byMonths.some(({ key }) => wanted.includes(key));
  return listOf(input, isByMonths ? byMonths : recencyClasses(asOf, edges), wanted, forecast);
}

function listOf(
  input: AnalysisInput,
  classes: readonly RecencyClass[],
  wanted: readonly string[],
  forecast: Prediction | undefined,
): Table {
  const { history } = input;
  const isWanted = classes.map(({ key }) => wanted.includes(key));
  const filter = (customer: number) => isWanted[classAt(classes, history.day[history.offsets[customer + 1]! - 1]!)]!;
  return customersTable(input, { id: 'segment', filter, ...(forecast === undefined ? {} : { forecast }) });
}
