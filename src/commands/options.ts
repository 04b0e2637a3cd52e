import { z } from 'zod';
import { option } from './option.js';
import {
  columnMap,
  count,
  currency,
  day,
  dayEdges,
  delimiter,
  duration,
  encoding,
  month,
  size,
  zone,
} from './values.js';

const dayText = { zh: '日期，如 2025-08-31', en: 'a day such as 2025-08-31' };
const durationText = {
  zh: '天数，如 90、90d、12w、6m（每月 30 天）、1y（365 天）',
  en: 'a duration: 90, 90d, 12w, 6m (30 days each), 1y (365 days)',
};

/** How files are read. */
export const inputOptions = {
  platform: option(z.string().min(1), {
    group: 'input',
    value: 'ID',
    zh: '按这个平台的格式读（crm platforms 列出全部）',
    en: 'read as this platform (crm platforms lists them)',
    expected: { zh: 'crm platforms 列出的名称', en: 'a name from crm platforms' },
  }),
  map: option(columnMap, {
    group: 'input',
    value: 'FIELD=COLUMN,…',
    repeatable: true,
    zh: '指定列：buyer=会员号,paid=实收,time=3；列名或从 1 数的位置',
    en: 'say which column is what: buyer=Member,paid=Amount,time=3; by name or position from 1',
    expected: {
      zh: '字段=列名或位置，用逗号分开，如 buyer=会员号,time=3',
      en: 'field=column pairs with commas between, e.g. buyer=Member,time=3',
    },
  }),
  header: option(z.boolean(), {
    group: 'input',
    negatable: 'only-no',
    zh: '文件没有表头（用 --map 按位置指定列）',
    en: 'the file has no header row (use --map with positions)',
  }),
  delimiter: option(delimiter, {
    group: 'input',
    value: 'CHAR',
    zh: '分隔符：auto、,、;、|、tab、blank（空格）',
    en: 'delimiter: auto , ; | tab blank',
    expected: { zh: 'auto、,、;、|、tab 或 blank', en: 'auto , ; | tab or blank' },
  }),
  encoding: option(encoding, {
    group: 'input',
    value: 'NAME',
    zh: '编码：auto、utf-8、gb18030（即 GBK）、utf-16le、utf-16be',
    en: 'encoding: auto, utf-8, gb18030 (GBK), utf-16le, utf-16be',
    expected: { zh: 'auto、utf-8、gb18030、utf-16le 或 utf-16be', en: 'auto, utf-8, gb18030, utf-16le or utf-16be' },
  }),
  sheet: option(z.union([z.string().min(1), z.number().int().positive().transform(String)]), {
    group: 'input',
    value: 'NAME',
    zh: '只读这张工作表（名称或从 1 数的序号）',
    en: 'read only this sheet (name or number from 1)',
    expected: { zh: '工作表名称或序号', en: 'a sheet name or number' },
  }),
  orderIds: option(z.enum(['keep', 'none']), {
    group: 'input',
    value: 'keep|none',
    zh: 'none：忽略订单号，每行算一个订单',
    en: 'none: ignore order numbers, each row is an order',
    expected: { zh: 'keep 或 none', en: 'keep or none' },
  }),
  maxSize: option(size, {
    group: 'input',
    value: 'SIZE',
    zh: '允许的最大文件，如 8G',
    en: 'largest file to read, e.g. 8G',
    expected: { zh: '大小，如 500M 或 8G', en: 'a size such as 500M or 8G' },
  }),
  timezone: option(zone, {
    group: 'input',
    value: 'ZONE',
    zh: '店铺时区，如 Asia/Shanghai',
    en: "the shop's time zone, e.g. Asia/Shanghai",
    expected: { zh: '时区名，如 Asia/Shanghai', en: 'a zone name such as Asia/Shanghai' },
  }),
} as const;

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

/** Where and how the answer is written. */
export const outputOptions = {
  output: option(z.string().min(1), {
    group: 'output',
    short: 'o',
    value: 'FILE',
    flagOnly: true,
    zh: '写到文件，扩展名决定格式；- 是标准输出',
    en: 'write to a file, its ending picks the format; - is stdout',
  }),
  format: option(z.string().min(1), {
    group: 'output',
    value: 'NAME',
    zh: '格式：table、json、csv',
    en: 'format: table, json, csv',
    expected: { zh: 'table、json 或 csv', en: 'table, json or csv' },
  }),
  table: option(z.string().min(1), {
    group: 'output',
    value: 'ID',
    zh: 'CSV 写哪张表（默认主表）',
    en: 'which table the CSV holds (default: the main one)',
  }),
  raw: option(z.boolean(), { group: 'output', zh: '机器格式不做公式防护', en: 'no formula guard in machine formats' }),
  bom: option(z.boolean(), {
    group: 'output',
    negatable: 'both',
    zh: 'CSV 加或不加 BOM（默认：文件加，管道不加）',
    en: 'CSV with or without BOM (default: files with, pipes without)',
  }),
  showValues: option(z.boolean(), {
    group: 'output',
    zh: '问题清单里显示原值（可能含隐私）',
    en: 'show the values of bad cells (may be private)',
  }),
  ascii: option(z.boolean(), { group: 'output', zh: '只用 ASCII 画条形', en: 'draw bars in plain ASCII' }),
  color: option(z.enum(['always', 'never', 'auto']), {
    group: 'output',
    value: 'always|never|auto',
    zh: '颜色',
    en: 'colour',
    expected: { zh: 'always、never 或 auto', en: 'always, never or auto' },
  }),
} as const;

/** Options of every command. */
export const generalOptions = {
  lang: option(z.enum(['zh', 'en']), {
    group: 'general',
    value: 'zh|en',
    zh: '语言',
    en: 'language',
    expected: { zh: 'zh 或 en', en: 'zh or en' },
  }),
  config: option(z.string().min(1), {
    group: 'general',
    value: 'FILE',
    flagOnly: true,
    zh: '配置文件（默认找 crm.toml）',
    en: 'config file (default: crm.toml is looked for)',
  }),
  strict: option(z.boolean(), {
    group: 'general',
    zh: '有被拒绝的行就不输出，退出码 4',
    en: 'write nothing and end with 4 when rows were rejected',
  }),
  quiet: option(z.boolean(), {
    group: 'general',
    short: 'q',
    zh: '不显示进度和提示',
    en: 'no progress, no notes on stderr',
  }),
} as const;

/** Options of the commands that analyse files. */
export const analysisOptions = {
  ...inputOptions,
  ...countOptions,
  ...customerOptions,
  ...outputOptions,
  ...generalOptions,
} as const;

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
