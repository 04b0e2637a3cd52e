import { segmentNames, segmentTable } from '../analysis/segments.js';
import { CrmError } from '../errors.js';
import { nearest } from '../util/near.js';
import { defineCommand } from './command.js';
import { customerOutcome } from './customer-report.js';
import { predictionFor } from './forecast-for.js';
import { analysisOptions, listOptions, outlookOptions } from './options.js';
import { sharedAs } from './shared-list.js';

/** The list of the customers of one segment, for writing to them. */
export const segment = defineCommand({
  id: 'segment',
  summary: { zh: '一群买家的名单，如 sleeping（睡眠）', en: 'the list of one segment, e.g. sleeping' },
  about: {
    zh: '活跃度的层：hot 热、warm 温、active 活跃（热 + 温）、sleeping 睡眠、aboutToLeave 预流失、lost 流失；用了 --edges 还有 d0-30 这样的层。\n列和 crm customers 一样。',
    en: 'The recency classes: hot, warm, active (hot + warm), sleeping, aboutToLeave, lost; with --edges also d0-30 and so on.\nThe columns are those of crm customers.',
  },
  usage: 'NAME FILES…',
  arguments: { least: 2, most: Number.POSITIVE_INFINITY },
  options: { ...outlookOptions, ...listOptions, ...analysisOptions },
  examples: [
    {
      command: 'crm segment sleeping orders.xlsx -o 睡眠.csv',
      purpose: { zh: '睡眠买家存成 CSV', en: 'sleeping customers as CSV' },
    },
    { command: 'crm segment lost orders.xlsx --format csv | head', purpose: { zh: '看看前几位', en: 'the first few' } },
  ],
  run: async (context) => {
    const [name = '', ...files] = context.args;
    const share = await sharedAs(context.options.pseudonymise, context.world);
    return customerOutcome('segment', context, files, (input) => {
      const names = segmentNames(input.scope);
      const table = names.includes(name) ? segmentTable(input, name, predictionFor(input, context.options)) : null;
      if (table === null) throw unknownSegment(name, names);
      return { tables: [share(table)], main: table.id };
    });
  },
});

function unknownSegment(name: string, names: readonly string[]): CrmError {
  return new CrmError('unknown-segment', name, { names: names.join(' ') }, { details: nearest(name, names) });
}
