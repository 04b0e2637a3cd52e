import type { z } from 'zod/mini';
import { option } from '../option.js';
import { amount, factor, share } from '../values.js';
import { shareText } from './expected.js';

const amountText = { zh: '金额，如 50 或 0.8', en: 'an amount such as 50 or 0.8' };

/** What winning and keeping customers costs, in the currency of the orders. */
export const costOptions = {
  cpc: option(amount, {
    group: 'command',
    value: 'AMOUNT',
    zh: '每次点击的广告费；和 --cvr 一起给出获客成本：1 元、2% → 50 元',
    en: 'cost per click; with --cvr it gives the cost of a new customer: 1.00 at 2% is 50.00',
    expected: amountText,
  }),
  cvr: option(share, {
    group: 'command',
    value: 'SHARE',
    zh: '点击后成为新客的比例，如 2%',
    en: 'share of clicks that become customers, e.g. 2%',
    expected: shareText,
  }),
  adSpend: option(amount, {
    group: 'command',
    value: 'AMOUNT',
    zh: '广告费总额，除以新客数得获客成本；有 --from/--to 时只算统计期内的新客',
    en: 'ad spend, divided by the new customers (those of the window, if there is one)',
    expected: amountText,
  }),
  years: option(factor, {
    group: 'command',
    value: 'YEARS',
    zh: '简易客户价值的使用年限；默认由年流失率推算，最多 5 年',
    en: 'years of use of the simple value; default: from the yearly churn, 5 at most',
    expected: { zh: '大于 0 的数，如 3 或 2.5', en: 'a number above 0 such as 3 or 2.5' },
  }),
  upkeep: option(amount, {
    group: 'command',
    value: 'AMOUNT',
    zh: '每位买家的维护成本（使用年限内合计）',
    en: 'upkeep of one customer over the years of use',
    expected: amountText,
  }),
  service: option(amount, {
    group: 'command',
    value: 'AMOUNT',
    zh: '每位买家的服务成本（使用年限内合计）',
    en: 'service of one customer over the years of use',
    expected: amountText,
  }),
} as const;

export type CostFlags = z.infer<z.ZodMiniObject<typeof costOptions>>;
