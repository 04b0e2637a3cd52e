import type { Words } from '../words.js';
import { forecastNotes } from './forecast.js';
import { forecastFindingWords } from './forecast-findings.js';

/** What the metrics say below their tables. */
export const analysisNotes = {
  'no-customers': {
    zh: '订单里没有可用的买家信息，按买家计算的数字都留空。',
    en: 'No order has a usable buyer: all numbers of customers are empty.',
  },
  'orders-without-customer': {
    zh: '{of} 笔有效订单中有 {orders} 笔没有可用的买家信息，占销售额 {share}；按买家计算的数字不含这些订单。',
    en: '{orders} of {of} valid orders have no usable buyer ({share} of sales); numbers of customers leave them out.',
  },
  'window-not-over': {
    zh: '统计期到 {to}，数据只到 {asOf}：之后的日子还没有数据。',
    en: 'The window ends on {to}, the data on {asOf}: nothing is known of the days between.',
  },
  'previous-window': {
    zh: '“上期”为 {from} 至 {to}。',
    en: '"Previous" is {from} to {to}.',
  },
  'previous-missing': {
    zh: '上期（{from} 至 {to}）早于第一笔有效订单 {first}，留空。',
    en: 'The period before ({from} to {to}) starts before the first valid order on {first}: it is left empty.',
  },
  'window-unfinished': {
    zh: '统计期还没有结束，与上期不可比。',
    en: 'The window is not over yet and cannot be compared with the period before.',
  },
  'complete-months-only': {
    zh: '只列完整的自然月。',
    en: 'Complete calendar months only.',
  },
  'fewer-than-two-months': {
    zh: '数据里不足两个完整的自然月，没有可比的相邻月份。',
    en: 'The data hold fewer than two complete calendar months: there is nothing to compare.',
  },
  'no-complete-month': {
    zh: '数据里没有一个完整的自然月，老客占比留空；可用 --from、--to 指定统计期。',
    en: 'The data hold no complete calendar month, so the returning share is empty; set a window with --from and --to.',
  },
  'returning-month': {
    zh: '老客占比指最后一个完整的自然月：{from} 至 {to}。',
    en: 'The returning share refers to the last complete calendar month: {from} to {to}.',
  },
  'returning-benchmark': {
    zh: '参考：零售业老客占购买次数的 20–30 % 为佳。',
    en: 'Benchmark: 20–30 % of purchases from returning customers is good for retail.',
  },
  'left-truncated': {
    zh: '历史从 {first} 开始，离 {from} 至 {to} 太近：更早的老买家会被当成新买家，老客占比偏低、新客偏高。',
    en: 'History begins on {first}, too near to {from} – {to}: customers from before look new, so the returning share is too low and new customers are too many.',
  },
  'history-start': {
    zh: '首次购买早于 {from}（--history-start）的买家不计。',
    en: 'Customers first seen before {from} (--history-start) are left out.',
  },
  'whole-history': {
    zh: '按全部历史计算（{from} 至 {to}），不限于统计期。',
    en: 'Computed from the whole history ({from} to {to}), not only the window.',
  },
  'units-unknown': {
    zh: '文件里没有件数，连带率留空。',
    en: 'The files do not tell the units, so units per order is empty.',
  },
  'units-partly-known': {
    zh: '{orders} 笔有效订单中有 {unknown} 笔件数不明，不计入连带率。',
    en: '{unknown} of {orders} valid orders have unknown units and are not in units per order.',
  },
  'refunds-unknown': {
    zh: '文件里没有退款信息，退款前金额、退款和退款率留空。',
    en: 'The files tell nothing of refunds: gross, refunded and the refund rates are empty.',
  },
  'refunds-still-coming': {
    zh: '{from} 至 {to} 的订单还可能退款。',
    en: 'Orders of {from} to {to} may still be refunded.',
  },
  'refund-day': {
    zh: '销售额与退款按退款当天计；其他数字把退款归到原订单的那一天。',
    en: 'Sales and refunded count refunds on the day they were paid back; all other numbers on the day of the order.',
  },
  'refund-day-partly': {
    zh: '有些退款没有日期，记在原订单的那一天。',
    en: 'Some refunds have no date and stand on the day of their order.',
  },
  'median-second-purchase': {
    zh: '一半买家在首购后 {days} 天内再次购买（中位数；{customers} 位买家，{returned} 位已再次购买）。',
    en: 'Half of the customers buy again within {days} days of the first purchase (median; {customers} customers, {returned} have bought again).',
  },
  'median-not-reached': {
    zh: '{customers} 位买家中 {returned} 位已再次购买，曲线没有降到一半，中位数留空。',
    en: '{returned} of {customers} customers have bought again; the curve does not fall to one half, so it has no median.',
  },
  'lapse-point-estimated': {
    zh: '流失临界点 {days} 天，由第 2 次及以后的 {closed} 个已结束间隔和 {open} 个未结束间隔估计；常用经验为 3、6、12 个月。',
    en: 'Lapse point {days} days, estimated from {closed} closed and {open} open gaps after the 2nd and later purchases; the rule of thumb is 3, 6 and 12 months.',
  },
  'lapse-point-default': {
    zh: '流失临界点取默认的 {days} 天：第 2 次及以后已结束的间隔只有 {closed} 个，不足 50 个；常用经验为 3、6、12 个月。',
    en: 'Lapse point {days} days by default: only {closed} closed gaps after the 2nd and later purchases, fewer than 50; the rule of thumb is 3, 6 and 12 months.',
  },
  'ladder-end': {
    zh: '阶梯列到第 {nth} 次；还有 {customers} 位买家买得更多。',
    en: 'The ladder is shown to purchase {nth}; {customers} customers went further.',
  },
  'oldest-cohorts': {
    zh: '历史从 {first} 开始：最早的几个同期群里可能有更早的老买家。',
    en: 'History begins on {first}: the oldest cohorts may hold customers from before it.',
  },
  'early-days': {
    zh: '历史从 {first} 开始：头 {days} 天里还没有人会流失，更早的老买家看上去是新增。',
    en: 'History begins on {first}: in its first {days} days nobody can have lapsed yet, and customers from before it look new.',
  },
  groups: {
    zh: '每位买家按首次购买归入一组，没有买家信息的订单按订单自身归组；各组相加等于全店。其他说明针对全店。',
    en: 'Each customer is in the group of the first purchase, an order without a customer in its own; the groups sum to the shop. Other notes are about the whole shop.',
  },
  'promotion-days': {
    zh: '大促日：{days} 及前后各 {around} 天。',
    en: 'Promotion days: {days}, and {around} days before and after each.',
  },
  ...forecastNotes,
  ...forecastFindingWords,
} as const satisfies Record<string, Words>;
