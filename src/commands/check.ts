import type { AnalysisInput } from '../analysis/metric.js';
import { buyersTable } from '../analysis/quality/buyers.js';
import { daysTable } from '../analysis/quality/days.js';
import { duplicatesTable } from '../analysis/quality/duplicates.js';
import { emptyDaysTable } from '../analysis/quality/empty-days.js';
import { identityTable } from '../analysis/quality/identity.js';
import { problemsTable, uncountedTable } from '../analysis/quality/problems.js';
import { saidByVerdict } from '../analysis/quality/remark.js';
import { columnsTable, sheetsTable, timeKindsTable } from '../analysis/quality/sheets.js';
import { verdict } from '../analysis/quality/verdict.js';
import { reconciliation } from '../analysis/reconciliation.js';
import type { Imported } from '../model/imported.js';
import type { Table } from '../model/report.js';
import { buildReport } from './build-report.js';
import { defineCommand } from './command.js';
import { nextSteps } from './next-steps.js';
import { analysisOptions } from './options.js';
import { askedWindow, runImport } from './run-import.js';

/** Data quality: what was read as what, what was left out and why, with row numbers. */
export const check = defineCommand({
  id: 'check',
  summary: {
    zh: '核对数据：读成了什么，哪些没算，为什么',
    en: 'data quality: what was read as what, what was left out and why',
  },
  about: {
    zh: '先看数据，再信数字：最上面一句话说数字能不能信、先做什么；往下是每个文件的编码、表头、平台、用到的列，读不懂的行、没算进去的订单，都给出原因和行号，并从行数一步步对到买家数。',
    en: 'Look at the data before believing the numbers. First a verdict: can they be believed, and what to do first. Then encoding, header, platform and columns of every file, rows that were not understood and orders that do not count, each with reason and row numbers, and the ladder from rows down to customers.',
  },
  usage: 'FILES…',
  arguments: { least: 1, most: Number.POSITIVE_INFINITY },
  options: analysisOptions,
  examples: [
    { command: 'crm check orders.xlsx', purpose: { zh: '一个文件', en: 'one file' } },
    {
      command: 'crm check exports/*.csv --show-values',
      purpose: { zh: '连同有问题的原值', en: 'with the values of bad cells' },
    },
  ],
  run: async (context) => {
    const imported = await runImport(context);
    const next = nextSteps('check', context.args, imported, context.options);
    const report = await buildReport(
      'check',
      imported,
      context.options,
      askedWindow(context.options),
      next,
      (input, isFirst) => ({
        tables: isFirst ? tables(imported, input) : [daysTable(input), emptyDaysTable(input)],
        main: 'reconciliation',
        findings: isFirst ? verdict(imported, input) : [],
      }),
    );
    const said = new Set(report.findings.map(({ id }) => id));
    return {
      kind: 'report',
      report: { ...report, notes: report.notes.filter(({ id }) => !said.has(saidByVerdict[id] ?? id)) },
      exit: 0,
    };
  },
});

function tables(imported: Imported, input: AnalysisInput): readonly Table[] {
  return [
    problemsTable(imported),
    uncountedTable(imported),
    duplicatesTable(imported),
    identityTable(imported),
    buyersTable(imported),
    daysTable(input),
    emptyDaysTable(input),
    reconciliation(imported, input),
    sheetsTable(imported),
    columnsTable(imported),
    timeKindsTable(imported),
  ];
}
