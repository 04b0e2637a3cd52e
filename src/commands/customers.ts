import { customersTable } from '../analysis/customers.js';
import { defineCommand } from './command.js';
import { customerOutcome } from './customer-report.js';
import { predictionFor } from './forecast-for.js';
import { analysisOptions, listOptions, outlookOptions } from './options.js';
import { sharedAs } from './shared-list.js';

/** One row per customer with every derived column. */
export const customers = defineCommand({
  id: 'customers',
  summary: { zh: '买家名单：一人一行，全部指标', en: 'the list of customers: one row each, every figure' },
  about: {
    zh: '每位买家一行：首购、最近购买、次数、金额、活跃度、地区、首购商品，还有预测：活跃概率、预计购买、应购日、预测价值……列名固定，还算不出的列留空。\n默认按销售额从高到低。给别人用时加 --pseudonymise。',
    en: 'A row per customer: first and last day, purchases, sales, recency class, region, first product, and what to expect: chance to be alive, purchases to come, due day, predicted value … Column names are stable; what cannot be computed yet is empty.\nHighest sales first. Add --pseudonymise before giving it away.',
  },
  usage: 'FILES…',
  arguments: { least: 1, most: Number.POSITIVE_INFINITY },
  options: { ...outlookOptions, ...listOptions, ...analysisOptions },
  examples: [
    { command: 'crm customers orders.xlsx -o 买家.xlsx', purpose: { zh: '存成工作簿', en: 'as a workbook' } },
    {
      command: 'crm customers orders.xlsx --format ndjson | jq .customer',
      purpose: { zh: '接给别的程序', en: 'into another program' },
    },
  ],
  run: async (context) => {
    const share = await sharedAs(context.options.pseudonymise, context.world);
    return customerOutcome('customers', context, context.args, (input) => ({
      tables: [share(customersTable(input, { forecast: predictionFor(input, context.options) }))],
      main: 'customers',
    }));
  },
});
