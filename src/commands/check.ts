import { buyersTable } from '../analysis/quality/buyers.js';
import { daysTable } from '../analysis/quality/days.js';
import { problemsTable, uncountedTable } from '../analysis/quality/problems.js';
import { columnsTable, sheetsTable, timeKindsTable } from '../analysis/quality/sheets.js';
import { reconciliation } from '../analysis/reconciliation.js';
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
    zh: '先看数据，再信数字：每个文件的编码、表头、平台、用到的列，读不懂的行、没算进去的订单，都给出原因和行号，并从行数一步步对到买家数。',
    en: 'Look at the data before believing the numbers: encoding, header, platform and columns of every file, rows that were not understood and orders that do not count, each with reason and row numbers, and the ladder from rows down to customers.',
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
        tables: isFirst
          ? [
              reconciliation(imported, input),
              sheetsTable(imported),
              columnsTable(imported),
              timeKindsTable(imported),
              buyersTable(imported),
              uncountedTable(imported),
              problemsTable(imported),
              daysTable(input),
            ]
          : [daysTable(input)],
        main: 'reconciliation',
      }),
    );
    return { kind: 'report', report, exit: 0 };
  },
});
