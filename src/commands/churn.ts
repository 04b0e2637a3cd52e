import { defineCommand } from './command.js';
import { customerOutcome } from './customer-report.js';
import { analysisOptions } from './options.js';
import { tablesOf } from './tables-of.js';

/** Churn, and the flow of customers month by month. */
export const churn = defineCommand({
  id: 'churn',
  summary: { zh: '流失：多少老客不再来，每月进出多少', en: 'churn: who stopped coming, and the flow month by month' },
  about: {
    zh: '流失率（默认 365 天没买算流失）、各期流失、每月客户流动（月初 + 新客 + 赢回 − 流失 = 月末）。\n首购不满这么多天的买家不判断。',
    en: 'Churn (lapsed after 365 days unless told otherwise), churn by period, the monthly flow (start + new + won back − lapsed = end).\nCustomers seen for fewer days are not judged.',
  },
  usage: 'FILES…',
  arguments: { least: 1, most: Number.POSITIVE_INFINITY },
  options: analysisOptions,
  examples: [
    { command: 'crm churn orders.xlsx', purpose: { zh: '一年没买算流失', en: 'lapsed after a year' } },
    {
      command: 'crm churn orders.xlsx --lapsed-after 180d',
      purpose: { zh: '半年没买算流失', en: 'lapsed after half a year' },
    },
  ],
  run: (context) =>
    customerOutcome('churn', context, context.args, (input) => ({
      tables: tablesOf(
        ['churn', 'period-churn', 'customer-flow', 'lapse-point', 'new-customer-growth'],
        input,
        context.options,
      ),
      main: 'churn',
    })),
});
