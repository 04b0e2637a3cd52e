import type { Finding } from '../../model/report.js';
import { isoDay } from '../../util/calendar.js';
import type { AnalysisInput } from '../metric.js';
import { dueCustomers } from './due-table.js';
import type { Prediction } from './prediction.js';
import { sortedSum } from './sorted-sum.js';

/** Below this chance to be alive a customer is more likely gone than not. */
const LOST = 0.5;

/** Who is on the due list, what they are worth, and how many are likely gone. Nothing without a forecast. */
export function dueFindings(input: AnalysisInput, prediction: Prediction, withinDays: number): readonly Finding[] {
  const { perCustomer, spend, options, asOf } = prediction;
  if (perCustomer === null) return [];
  const due = dueCustomers(input, prediction, withinDays);
  if (due.length === 0) return [{ id: 'due-says-none', params: { days: withinDays } }];
  const overdue = due.filter(({ dueDay }) => dueDay < asOf).length;
  const lost = due.filter(({ customer }) => perCustomer(customer).pAlive < LOST).length;
  const value = sortedSum(Float64Array.from(due, ({ customer }) => perCustomer(customer).predictedValue ?? 0));
  const params = { overdue, soon: due.length - overdue, days: withinDays, until: isoDay(asOf + options.horizon) };
  const worth = { money: spend === null ? '–' : { value, unit: 'price' as const } };
  const list = { id: 'due-says-list', params: { ...params, ...worth } };
  return lost === 0 ? [list] : [list, { id: 'due-says-lost', params: { lost } }];
}
