import { z } from 'zod/mini';
import { option } from '../option.js';
import { currency, day, duration, month } from '../values.js';
import { dayText, durationText } from './expected.js';

/** Which orders count, for which days, and how. */
export const countOptions = {
  asOf: option(day, {
    group: 'count',
    value: 'DAY',
    zh: '截止日；默认是文件里最后一天',
    en: 'as-of day; default: the last day in the files',
    expected: dayText,
  }),
  from: option(day, {
    group: 'count',
    value: 'DAY',
    zh: '统计期第一天',
    en: 'first day of the window',
    expected: dayText,
  }),
  to: option(day, {
    group: 'count',
    value: 'DAY',
    zh: '统计期最后一天（含）',
    en: 'last day of the window (included)',
    expected: dayText,
  }),
  month: option(month, {
    group: 'count',
    value: 'MONTH',
    zh: '统计期为一个自然月，如 2025-08',
    en: 'one calendar month as the window, e.g. 2025-08',
    expected: { zh: '月份，如 2025-08', en: 'a month such as 2025-08' },
  }),
  purchase: option(z.enum(['day', 'order']), {
    group: 'count',
    value: 'day|order',
    zh: 'day：同一天的订单算一次购买（默认）；order：每单一次',
    en: 'day: orders of one day are one purchase (default); order: each order is one',
    expected: { zh: 'day 或 order', en: 'day or order' },
  }),
  refunds: option(z.enum(['order-day', 'refund-day']), {
    group: 'count',
    value: 'order-day|refund-day',
    zh: '退款记在下单那天（默认）还是退款那天',
    en: 'book refunds on the order’s day (default) or on their own',
    expected: { zh: 'order-day 或 refund-day', en: 'order-day or refund-day' },
  }),
  currency: option(currency, {
    group: 'count',
    value: 'CODE',
    zh: '只看这种货币，如 CNY',
    en: 'only this currency, e.g. CNY',
    expected: { zh: '三个字母的货币代码，如 CNY', en: 'a three-letter code such as CNY' },
  }),
  keepZero: option(z.boolean(), { group: 'count', zh: '0 元订单也算', en: 'count orders of amount zero too' }),
  excludePostage: option(z.boolean(), { group: 'count', zh: '金额不含邮费', en: 'leave postage out of the amounts' }),
  historyStart: option(day, {
    group: 'count',
    value: 'DAY',
    zh: '从这天起才相信“新客”（文件比店铺开得晚时用）',
    en: 'believe "new" only from this day (files begin after the shop did)',
    expected: dayText,
  }),
  oldWindow: option(duration, {
    group: 'count',
    value: 'DAYS',
    zh: '统计期前多少天内买过算老客（365 同生意参谋）；默认：以前买过就算',
    en: 'bought within so many days before the window = old customer; default: ever',
    expected: durationText,
  }),
} as const;
