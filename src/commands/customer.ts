import { customerTables } from '../analysis/customer.js';
import { CrmError } from '../errors.js';
import { defineCommand } from './command.js';
import { customerOutcome } from './customer-report.js';
import { predictionFor } from './forecast-for.js';
import { analysisOptions, outlookOptions } from './options.js';

/** One person's history. */
export const customer = defineCommand({
  id: 'customer',
  summary: { zh: '一位买家的全部往来', en: 'one customer’s whole history' },
  about: {
    zh: '按买家名找；找不到再按显示名、完整手机号、订单号找。',
    en: 'Found by the buyer id; failing that by name, full phone number or order number.',
  },
  usage: 'WHO FILES…',
  arguments: { least: 2, most: Number.POSITIVE_INFINITY },
  options: { ...outlookOptions, ...analysisOptions },
  examples: [{ command: 'crm customer tb0000001 orders.xlsx', purpose: { zh: '按买家会员名', en: 'by buyer id' } }],
  run: async (context) => {
    const [who = '', ...files] = context.args;
    return customerOutcome('customer', context, files, (input) => {
      const answer = customerTables(input, who, () => predictionFor(input, context.options));
      if (answer === null) throw new CrmError('unknown-customer', who);
      if (answer.kind === 'several') {
        const details = answer.customers.slice(0, 20);
        throw new CrmError('several-customers', who, { count: answer.customers.length }, { details });
      }
      return { tables: answer.tables, main: answer.tables[0]?.id ?? '' };
    });
  },
});
