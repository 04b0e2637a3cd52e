import type { AnalysisInput } from '../analysis/metric.js';
import { buildReport, type ReportParts } from './build-report.js';
import type { CommandContext, Outcome } from './command.js';
import { nextSteps } from './next-steps.js';
import { type AnalysisOptions, askedWindow, runImport } from './run-import.js';

/**
 * The outcome of a command whose main table is about customers: it ends with 5 when there are valid orders and not one
 * of them has a usable buyer.
 */
export async function customerOutcome(
  command: string,
  context: CommandContext<AnalysisOptions>,
  files: readonly string[],
  partsOf: (input: AnalysisInput, isFirst: boolean) => ReportParts,
): Promise<Outcome> {
  const imported = await runImport(context, files);
  let customers = 0;
  let lists = true;
  const next = () => nextSteps(command, files, imported, context.options, lists);
  const report = await buildReport(
    command,
    imported,
    context.options,
    askedWindow(context.options),
    [],
    (input, isFirst) => {
      customers += input.history.customers;
      const parts = partsOf(input, isFirst);
      if (isFirst && parts.lists === false) lists = false;
      return parts;
    },
  );
  const hasOrders = imported.table.uncounted.includes(0);
  return { kind: 'report', report: { ...report, next: next() }, exit: customers === 0 && hasOrders ? 5 : 0 };
}
