import { dueFindings } from '../analysis/forecast/due-findings.js';
import { dueTable } from '../analysis/forecast/due-table.js';
import { defineCommand } from './command.js';
import { customerOutcome } from './customer-report.js';
import { predictionFor } from './forecast-for.js';
import { analysisOptions, dueOptions, listOptions, outlookOptions } from './options.js';
import { sharedAs } from './shared-list.js';

const DUE_WITHIN = 14;

/** Whom to write to: customers whose next purchase is due or overdue. */
export const due = defineCommand({
  id: 'due',
  summary: { zh: '该写信给谁：到了该再买的时候的买家', en: 'whom to write to: customers whose next purchase is due' },
  about: {
    zh: '按每位买家自己的购买节奏推算应购日：已过的在前，将到的在后，各按预计价值从高到低。',
    en: 'The due day follows from each customer’s own pace: overdue ones first, then those due soon, the most valuable first.',
  },
  usage: 'FILES…',
  arguments: { least: 1, most: Number.POSITIVE_INFINITY },
  options: { ...dueOptions, ...outlookOptions, ...listOptions, ...analysisOptions },
  examples: [
    {
      command: 'crm due orders.xlsx --within 14d -o 该联系.csv',
      purpose: { zh: '两周内到期的名单', en: 'the list for two weeks' },
    },
  ],
  run: async (context) => {
    const share = await sharedAs(context.options.pseudonymise, context.world);
    const days = context.options.within ?? DUE_WITHIN;
    return customerOutcome('due', context, context.args, (input) => {
      const prediction = predictionFor(input, context.options);
      const tables = [share(dueTable(input, prediction, days))];
      return { tables, main: 'due', findings: dueFindings(input, prediction, days) };
    });
  },
});
