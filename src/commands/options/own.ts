import { z } from 'zod';
import { option } from '../option.js';
import { count } from '../values.js';

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
  pseudonymise: option(z.string().min(1), {
    group: 'command',
    value: 'KEYFILE',
    flagOnly: true,
    zh: '用密钥文件把买家换成代号再输出，可以放心交给别人；文件没有就新建',
    en: 'replace customers by keyed codes so that the list can be shared; the key file is made if there is none',
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
  save: option(z.string().min(1), {
    group: 'command',
    value: 'FILE',
    flagOnly: true,
    zh: '不分析，存成淘宝订单报表（.csv 或 .xlsx）',
    en: 'do not analyse; save as a Taobao order report (.csv or .xlsx)',
  }),
} as const;
