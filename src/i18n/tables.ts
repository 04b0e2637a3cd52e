import { forecastTables } from './forecast-tables.js';
import type { Words } from './words.js';

/** Title of a table, and where useful the grey line below it that says what is shown. */
export interface TableWords extends Words {
  readonly subtitle?: Words;
}

/** Title of every table, by id. */
export const tables = {
  basket: { zh: '笔单价与连带率', en: 'Order value and units per order' },
  buyers: { zh: '买家信息', en: 'Buyers in the orders' },
  columns: {
    zh: '各列的用途',
    en: 'Columns',
    subtitle: { zh: '哪一列当作什么；没有用到的列也列出', en: 'which column was taken for what; unused ones too' },
  },
  concentration: {
    zh: '销售集中度',
    en: 'Concentration of sales',
    subtitle: { zh: '消费最高的一部分买家占多少销售额', en: 'share of sales of the best customers' },
  },
  days: { zh: '日期覆盖', en: 'Days covered' },
  deciles: { zh: '买家十分位', en: 'Deciles of customers' },
  exclusions: {
    zh: '排除规则',
    en: 'Exclusions',
    subtitle: {
      zh: '每条规则涉及多少订单，排除了多少（本来就不计入的不算）',
      en: 'what each rule named and what it took; orders that do not count anyway are not taken',
    },
  },
  'exclusion-effect': {
    zh: '排除前后',
    en: 'With and without the exclusions',
    subtitle: { zh: '主要数字在排除后与不排除时', en: 'the headline numbers either way' },
  },
  duplicates: {
    zh: '重复的行',
    en: 'Duplicate rows',
    subtitle: { zh: '同一订单只算一次', en: 'an order counts once' },
  },
  'empty-days': {
    zh: '最长的无单空档',
    en: 'Longest gaps without an order',
    subtitle: { zh: '可能少了导出文件', en: 'an export may be missing' },
  },
  identity: {
    zh: '买家认得准不准',
    en: 'How sure the customers are',
  },
  gaps: {
    zh: '回购周期',
    en: 'Days between purchases',
    subtitle: {
      zh: '相邻两次购买之间的天数，只算已经回来的',
      en: 'days between consecutive purchases, of those who came back',
    },
  },
  'lapse-point': { zh: '流失临界点', en: 'Lapse point' },
  'new-customer-growth': { zh: '新会员增长率', en: 'New-customer growth' },
  'one-time-customers': { zh: '一次性买家占比', en: 'One-time customers' },
  'order-ladder': {
    zh: '第 n 单阶梯',
    en: 'Order ladder',
    subtitle: {
      zh: '到过第 n 次购买的买家，有多少买了下一次；满期 = 已观察满流失临界点天数',
      en: 'of those who reached purchase n, how many made the next; matured = observed for the days of the lapse point',
    },
  },
  overview: { zh: '总览', en: 'Overview' },
  'per-customer': { zh: '客单价与人均购买次数', en: 'Sales and purchases per customer' },
  'period-return': {
    zh: '回购率',
    en: 'Return between periods',
    subtitle: { zh: '首期买家中次期又买的', en: 'buyers of one period who buy in the next' },
  },
  problems: { zh: '读入时的问题', en: 'Problems of rows' },
  reconciliation: {
    zh: '对账：从行到买家',
    en: 'Reconciliation: from rows to customers',
    subtitle: { zh: '逐级相加，数量和金额都对得上', en: 'each step sums exactly, in number and money' },
  },
  'refund-rate': { zh: '退款率', en: 'Refund rate' },
  'repeat-rate': { zh: '复购率', en: 'Repeat rate' },
  'repeat-within': {
    zh: 'N 日复购率',
    en: 'N-day repurchase',
    subtitle: {
      zh: '首购后 N 天内再买；只算已观察满 N 天的买家',
      en: 'second purchase within N days, of customers observed that long',
    },
  },
  returning: { zh: '老客占比', en: 'Returning share' },
  sales: { zh: '销售额', en: 'Sales' },
  'second-purchase': {
    zh: '二次购买曲线',
    en: 'Time to the second purchase',
    subtitle: {
      zh: '首购 t 天后仍未再买的买家占比（Kaplan-Meier）',
      en: 'share not yet back t days after the first purchase (Kaplan-Meier)',
    },
  },
  'second-purchase-median': { zh: '二次购买中位天数', en: 'Median time to the second purchase' },
  sheets: { zh: '文件与工作表', en: 'Files and sheets' },
  'time-kinds': { zh: '时间单元格的写法', en: 'How times were written' },
  uncounted: { zh: '未计入的订单', en: 'Orders not counted' },
  churn: {
    zh: '流失率',
    en: 'Churn',
    subtitle: {
      zh: '多久没来算流失，多少人已经流失',
      en: 'customers who have not bought for so long, of those old enough to be judged',
    },
  },
  'cohort-repeat-within': {
    zh: '同期群 N 日复购率',
    en: 'N-day repurchase by cohort',
    subtitle: {
      zh: '同一时段首购的买家，N 天内再买的比例',
      en: 'of customers first seen in one period, those back within N days',
    },
  },
  customer: { zh: '买家档案', en: 'Customer' },
  'customer-orders': { zh: '订单记录', en: 'Orders of the customer' },
  'customer-flow': {
    zh: '买家流动',
    en: 'Customer flow',
    subtitle: { zh: '月初 + 新增 + 唤回 − 流失 = 月末', en: 'start + new + won back − lapsed = end' },
  },
  'customer-value': {
    zh: '历史价值',
    en: 'Value to date',
    subtitle: { zh: '每位买家至今的累计销售额', en: 'sales to date of each customer' },
  },
  customers: { zh: '买家名单', en: 'Customers' },
  'period-churn': {
    zh: '期间流失率',
    en: 'Churn of a period',
    subtitle: { zh: '期初活跃、期末不再活跃的买家', en: 'active at the start, no longer at the end' },
  },
  recency: {
    zh: '活跃度分层',
    en: 'Recency classes',
    subtitle: { zh: '按最近一次购买距截止日的时间', en: 'by the time since the last purchase' },
  },
  retention: {
    zh: '留存',
    en: 'Retention',
    subtitle: {
      zh: '同一时段首购的买家，之后每期有多少来买',
      en: 'of customers first seen in one period, those who buy in each later one',
    },
  },
  'retention-mean': {
    zh: '平均留存',
    en: 'Mean retention',
    subtitle: {
      zh: '按人数加权，只取该期已结束的同期群',
      en: 'weighted by customers, over the cohorts whose period is over',
    },
  },
  segment: { zh: '客群名单', en: 'Customers of the segment' },
  ...forecastTables,
} as const satisfies Record<string, TableWords>;
