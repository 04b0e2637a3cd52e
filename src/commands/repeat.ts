import { defineCommand } from './command.js';
import { customerOutcome } from './customer-report.js';
import { analysisOptions } from './options.js';
import { tablesOf } from './tables-of.js';

/** Repeat purchase in full. Ends with 5 when no order has a usable buyer. */
export const repeat = defineCommand({
  id: 'repeat',
  summary: {
    zh: '复购：多少人回来、多久回来、第几单流失',
    en: 'repeat purchase: how many return, how soon, at which order they stop',
  },
  about: {
    zh: '复购率、N 日复购率、第二单曲线、第 n 单阶梯、回购周期、逐月回购率。\n观察时间不够的新客不进分母：没到时间，不判断。',
    en: 'Repeat rate, N-day repurchase, the curve of second purchases, the order ladder, days between purchases, return from month to month.\nCustomers too new to judge are in no denominator.',
  },
  usage: 'FILES…',
  arguments: { least: 1, most: Number.POSITIVE_INFINITY },
  options: analysisOptions,
  examples: [
    { command: 'crm repeat orders.xlsx', purpose: { zh: '全部历史', en: 'the whole history' } },
    {
      command: 'crm repeat orders.xlsx --from 2025-01-01 --to 2025-06-30',
      purpose: { zh: '上半年的复购率', en: 'the first half of the year' },
    },
    {
      command: 'crm repeat orders.xlsx --format csv --table order-ladder',
      purpose: { zh: '第 n 单阶梯存成 CSV', en: 'the order ladder as CSV' },
    },
  ],
  run: (context) =>
    customerOutcome('repeat', context, context.args, (input) => ({
      tables: tablesOf(
        [
          'repeat-rate',
          'repeat-within',
          'second-purchase',
          'second-purchase-median',
          'order-ladder',
          'gaps',
          'lapse-point',
          'period-return',
        ],
        input,
        context.options,
      ),
      main: 'repeat-within',
    })),
});
