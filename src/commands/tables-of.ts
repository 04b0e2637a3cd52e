import { compute } from '../analysis/compute.js';
import { grouped } from '../analysis/grouped.js';
import type { AnalysisInput } from '../analysis/metric.js';
import type { Table } from '../model/report.js';
import type { AnalysisOptions } from './run-import.js';

/** Computes metrics, each also by group where `--by` asks for it. */
export function tablesOf(ids: readonly string[], input: AnalysisInput, { by }: AnalysisOptions): readonly Table[] {
  return by === undefined ? compute(ids, input) : grouped(ids, input, by);
}
