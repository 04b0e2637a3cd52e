import { defineCommand } from './command.js';
import { customerOutcome } from './customer-report.js';
import { analysisOptions, retentionOptions } from './options.js';
import { tablesOf } from './tables-of.js';

/** Cohort retention, by people and by money. */
export const retention = defineCommand({
  id: 'retention',
  summary: { zh: '留存：每批新客之后还来不来', en: 'retention: do the customers of each cohort keep coming' },
  about: {
    zh: '按首购月（周、季）分批，看每批新客之后各期还有几成来买、累计带来多少销售额。\n没观察完的格子留空；均值只算观察到的批次，按人数加权。',
    en: 'Customers by the month (week, quarter) of their first purchase: how many buy again in each later period, and what they have brought so far.\nCells not yet observed are empty; means are weighted over the cohorts observed.',
  },
  usage: 'FILES…',
  arguments: { least: 1, most: Number.POSITIVE_INFINITY },
  options: { ...retentionOptions, ...analysisOptions },
  examples: [
    { command: 'crm retention orders.xlsx', purpose: { zh: '按月', en: 'by month' } },
    { command: 'crm retention orders.xlsx --cohort week', purpose: { zh: '按周', en: 'by week' } },
    { command: 'crm retention orders.xlsx -o 留存.xlsx', purpose: { zh: '存成工作簿', en: 'as a workbook' } },
  ],
  run: (context) =>
    customerOutcome('retention', context, context.args, (input) => ({
      tables: tablesOf(['retention', 'retention-mean', 'cohort-repeat-within'], input, context.options),
      main: 'retention',
    })),
});
