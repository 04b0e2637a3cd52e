import { reconciliation } from '../analysis/reconciliation.js';
import type { Imported } from '../model/imported.js';
import type { Report } from '../model/report.js';
import { buildReport } from './build-report.js';
import { defineCommand } from './command.js';
import { nextSteps } from './next-steps.js';
import { analysisOptions } from './options.js';
import { type AnalysisOptions, askedWindow, runImport } from './run-import.js';
import { tablesOf } from './tables-of.js';

/** The whole picture: what was sold, who bought, do they come back. */
export const analyze = defineCommand({
  id: 'analyze',
  summary: { zh: '整体情况：销售、买家、复购', en: 'the whole picture: sales, customers, repeat purchase' },
  about: {
    zh: '读一个或多个订单文件，给出销售额、客单价、复购率、老客占比，第二单多久来、来几成。\n每个数都带分子分母和统计期；没算进去的行和订单逐项列出。',
    en: 'Reads one or many order files and shows sales, value per customer, repeat rate, returning share, and how soon and how often a second purchase follows.\nEvery number comes with its numerator, denominator and window; whatever was left out is listed.',
  },
  usage: 'FILES…',
  arguments: { least: 1, most: Number.POSITIVE_INFINITY },
  options: analysisOptions,
  examples: [
    { command: 'crm analyze orders.xlsx', purpose: { zh: '一个文件', en: 'one file' } },
    {
      command: 'crm analyze exports/ --month 2025-08',
      purpose: { zh: '一个文件夹，只看 8 月', en: 'a folder, only August' },
    },
    { command: 'crm analyze orders.csv --format json', purpose: { zh: '给程序读', en: 'for programs' } },
    {
      command: 'crm analyze my.csv --map buyer=会员号,paid=实收,time=日期',
      purpose: { zh: '自己整理的表', en: 'a table of your own' },
    },
  ],
  run: async (context) => {
    const imported = await runImport(context);
    const report = await analyzeReport(
      'analyze',
      imported,
      context.options,
      nextSteps('analyze', context.args, imported, context.options),
    );
    return { kind: 'report', report, exit: 0 };
  },
});

/** The report of `analyze`, also what `crm demo` shows. */
export function analyzeReport(
  command: string,
  imported: Imported,
  options: AnalysisOptions,
  next: Report['next'],
): Promise<Report> {
  return buildReport(command, imported, options, askedWindow(options), next, (input, isFirst) => {
    const ids = [
      'overview',
      'retention',
      'retention-mean',
      'recency',
      'churn',
      'repeat-within',
      'second-purchase',
      'order-ladder',
      'gaps',
      'period-return',
      'concentration',
    ];
    const tables = tablesOf(ids, input, options);
    return { tables: isFirst ? [reconciliation(imported, input), ...tables] : tables, main: 'overview' };
  });
}
