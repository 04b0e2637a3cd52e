import type { Table } from '../model/report.js';
import type { AnalysisInput, Metric } from './metric.js';
import { usualMetrics } from './usual.generated.js';

const byId: ReadonlyMap<string, Metric> = new Map(usualMetrics.map((metric) => [metric.id, metric]));

/** The metric of an id, of those that forecast nothing; a wrong id is a bug. */
export function metricOf(id: string): Metric {
  return byId.get(id) ?? missing(id);
}

/** The metric of an id, of all; the forecasts are loaded when the first of them is asked for. */
export async function anyMetricOf(id: string): Promise<Metric> {
  const usual = byId.get(id);
  if (usual !== undefined) return usual;
  const { metrics } = await import('./index.generated.js');
  return metrics.find((metric) => metric.id === id) ?? missing(id);
}

/** Computes several metrics on the same input, in the order asked. */
export function compute(ids: readonly string[], input: AnalysisInput): readonly Table[] {
  return ids.map((id) => metricOf(id).compute(input));
}

function missing(id: string): never {
  throw new Error(`no metric ${id}`);
}
