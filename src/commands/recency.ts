import { defineCommand } from './command.js';
import { customerOutcome } from './customer-report.js';
import { analysisOptions } from './options.js';
import { tablesOf } from './tables-of.js';

/** Recency classes: how long ago the customers bought last. */
export const recency = defineCommand({
  id: 'recency',
  summary: {
    zh: '活跃度：热、温、睡眠、预流失、流失各多少人',
    en: 'recency classes: hot, warm, sleeping, about to leave, lost',
  },
  about: {
    zh: '按最近一次购买离截止日多久分层：热（1 个月内）、温（3 个月内）、睡眠（6 个月内）、预流失（12 个月内）、流失。每位买家只在一层。\n名单用 crm segment 层名 文件。',
    en: 'Customers by how long before the as-of day they bought last: hot (1 month), warm (3), sleeping (6), about to leave (12), lost. Each customer is in one class.\nLists: crm segment CLASS FILES.',
  },
  usage: 'FILES…',
  arguments: { least: 1, most: Number.POSITIVE_INFINITY },
  options: analysisOptions,
  examples: [
    { command: 'crm recency orders.xlsx', purpose: { zh: '按月分层', en: 'by months' } },
    { command: 'crm recency orders.xlsx --edges 30,60,90,180,365', purpose: { zh: '按天数分层', en: 'by days' } },
  ],
  run: (context) =>
    customerOutcome('recency', context, context.args, (input) => ({
      tables: tablesOf(['recency'], input, context.options),
      main: 'recency',
    })),
});
