import type { Table } from '../model/report.js';
import { metrics } from './index.generated.js';
import type { AnalysisInput, Metric } from './metric.js';

const byId: ReadonlyMap<string, Metric> = new Map(metrics.map((metric) => [metric.id, metric]));

/** The metric of an id; a wrong id is a bug. */
export function metricOf(id: string): Metric {
  const metric = byId.get(id);
  if (metric === undefined) throw new Error(`no metric ${id}`);
  return metric;
}

/** Computes several metrics on the same input, in the order asked. */
export function compute(ids: readonly string[], input: AnalysisInput): readonly Table[] {
  return ids.map((id) => metricOf(id).compute(input));
}
