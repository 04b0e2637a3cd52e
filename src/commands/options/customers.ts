import { z } from 'zod/mini';
import { option } from '../option.js';
import { dayEdges, duration } from '../values.js';
import { durationText } from './expected.js';

/** How customers are put into groups and judged. */
export const customerOptions = {
  cohort: option(z.enum(['month', 'week', 'quarter']), {
    group: 'count',
    value: 'month|week|quarter',
    zh: '按首购的月、周或季分组（默认月）',
    en: 'cohorts by month, week or quarter of the first purchase (default month)',
    expected: { zh: 'month、week 或 quarter', en: 'month, week or quarter' },
  }),
  lapsedAfter: option(duration, {
    group: 'count',
    value: 'DAYS',
    zh: '多少天没买算流失（默认 365）',
    en: 'days without a purchase that count as lapsed (default 365)',
    expected: durationText,
  }),
  edges: option(dayEdges, {
    group: 'count',
    value: 'DAYS,…',
    zh: '按天数分活跃度，如 30,60,90,180,365；默认按 1、3、6、12 个月',
    en: 'recency classes by days, e.g. 30,60,90,180,365; default: 1, 3, 6, 12 months',
    expected: { zh: '由小到大的天数，如 30,60,90,180,365', en: 'days in rising order, e.g. 30,60,90,180,365' },
  }),
  by: option(z.enum(['shop', 'platform', 'province', 'firstProduct', 'promotion']), {
    group: 'count',
    value: 'shop|platform|province|firstProduct|promotion',
    zh: '每张表再按店铺、平台、省、首购商品或是否大促首购分组',
    en: 'every table also by shop, platform, province, first product, or whether first won on a promotion day',
    expected: {
      zh: 'shop、platform、province、firstProduct 或 promotion',
      en: 'shop, platform, province, firstProduct or promotion',
    },
  }),
} as const;
