import { z } from 'zod/mini';
import { option } from '../option.js';
import { count, day, duration, share, text } from '../values.js';
import { dayText, durationText, shareText } from './expected.js';

/** Options of `crm retention`. */
export const retentionOptions = {
  unbounded: option(z.boolean(), {
    group: 'command',
    zh: '留存按“第 k 期或更晚还来”算',
    en: 'retention as "came back in period k or later"',
  }),
} as const;

/** Options of the commands that write lists of customers. */
export const listOptions = {
  pseudonymise: option(text, {
    group: 'command',
    value: 'KEYFILE',
    flagOnly: true,
    zh: '用密钥文件把买家换成代号再输出，可以放心交给别人；文件没有就新建',
    en: 'replace customers by keyed codes so that the list can be shared; the key file is made if there is none',
  }),
} as const;

/** Options of the commands that say what is expected of each customer. */
export const outlookOptions = {
  model: option(z.enum(['mbg-nbd', 'bg-nbd', 'pareto-nbd', 'auto']), {
    group: 'command',
    value: 'mbg-nbd|bg-nbd|pareto-nbd|auto',
    zh: '预测模型（默认 mbg-nbd）；auto：用历史留出检验选，历史够长时连同季节',
    en: 'the model (default mbg-nbd); auto: the one that did best on a hold-out, with a season where the history allows one',
    expected: { zh: 'mbg-nbd、bg-nbd、pareto-nbd 或 auto', en: 'mbg-nbd, bg-nbd, pareto-nbd or auto' },
  }),
  horizon: option(duration, {
    group: 'command',
    value: 'DAYS',
    zh: '预测多少天（默认 365）',
    en: 'days ahead (default 365)',
    expected: durationText,
  }),
  margin: option(share, {
    group: 'command',
    value: 'SHARE',
    zh: '毛利率，如 30%；不写则价值都是销售额',
    en: 'profit margin, e.g. 30%; without it values are sales',
    expected: shareText,
  }),
} as const;

/** Options of the commands that forecast. */
export const forecastOptions = {
  ...outlookOptions,
  unit: option(z.enum(['day', 'week']), {
    group: 'command',
    value: 'day|week',
    zh: '参数的时间单位（默认天）',
    en: 'unit of time of the parameters (default day)',
    expected: { zh: 'day 或 week', en: 'day or week' },
  }),
  calibrationEnd: option(day, {
    group: 'command',
    value: 'DAY',
    flagOnly: true,
    zh: '回测：只用到这天的数据拟合，和之后的实际比',
    en: 'back-test: fit on the data to this day and compare with what followed',
    expected: dayText,
  }),
  discount: option(share, {
    group: 'command',
    value: 'SHARE',
    zh: '年折现率，如 10%',
    en: 'yearly discount rate, e.g. 10%',
    expected: shareText,
  }),
} as const;

/** Options of `crm due`. */
export const dueOptions = {
  within: option(duration, {
    group: 'command',
    value: 'DAYS',
    zh: '多少天内到期（默认 14）',
    en: 'due within so many days (default 14)',
    expected: durationText,
  }),
} as const;

/** Options of `crm init`. */
export const initOptions = {
  write: option(text, {
    group: 'command',
    value: 'FILE',
    flagOnly: true,
    zh: '把配置写到这个文件（默认 crm.toml）；已认得的文件也写',
    en: 'write the config to this file (default: crm.toml), also of a file that is known',
  }),
} as const;

/** Options of `crm demo`. */
export const demoOptions = {
  orders: option(count, {
    group: 'command',
    value: 'N',
    flagOnly: true,
    zh: '订单数（默认 5000）',
    en: 'number of orders (default 5000)',
    expected: { zh: '大于 0 的整数', en: 'a whole number above 0' },
  }),
  seed: option(count, {
    group: 'command',
    value: 'N',
    flagOnly: true,
    zh: '种子：相同的种子给出相同的店铺',
    en: 'seed: the same seed makes the same shop',
    expected: { zh: '大于 0 的整数', en: 'a whole number above 0' },
  }),
  save: option(text, {
    group: 'command',
    value: 'FILE',
    flagOnly: true,
    zh: '不分析，存成淘宝订单报表（.csv 或 .xlsx）',
    en: 'do not analyse; save as a Taobao order report (.csv or .xlsx)',
  }),
} as const;
