import type { Words } from '../words.js';

/** What a forecast means for the shop, how sure it is and what to do. */
export const forecastFindingWords = {
  'clv-says-sales': {
    zh: '照过去这样下去，现有 {customers} 位买家到 {until} 大约再买 {value} 次，带来销售额 {money}；多半在 {moneyLow} 到 {moneyHigh} 之间（95 %）。',
    en: 'If the shop goes on as in the past, its {customers} customers will buy about {value} times by {until} and bring {money} in sales, very likely between {moneyLow} and {moneyHigh} (95 %).',
  },
  'clv-says-profit': {
    zh: '照过去这样下去，现有 {customers} 位买家到 {until} 大约再买 {value} 次，带来毛利 {money}；多半在 {moneyLow} 到 {moneyHigh} 之间（95 %）。',
    en: 'If the shop goes on as in the past, its {customers} customers will buy about {value} times by {until} and bring {money} in profit, very likely between {moneyLow} and {moneyHigh} (95 %).',
  },
  'clv-says-purchases': {
    zh: '照过去这样下去，现有 {customers} 位买家到 {until} 大约再买 {value} 次，多半在 {low} 到 {high} 次之间（95 %）；金额无法预测。',
    en: 'If the shop goes on as in the past, its {customers} customers will buy about {value} times by {until}, very likely between {low} and {high} times (95 %); money cannot be predicted.',
  },
  'clv-says-inside': {
    zh: '可信：站在 {cut} 预测之后的 {days} 天，预测 {predicted} 次（{low} 到 {high}），实际 {actual} 次，落在区间内。做计划用区间的下限比较稳妥。',
    en: 'It can be believed: from {cut} the next {days} days were predicted at {predicted} purchases ({low} to {high}), and {actual} came, within the range. To be safe, plan with the lower end.',
  },
  'clv-says-weak': {
    zh: '数据少，只供参考：站在 {cut} 预测之后的 {days} 天，预测 {predicted} 次（{low} 到 {high}），实际 {actual} 次。先别据此定预算，攒够数据再看。',
    en: 'Little data, take it as a hint: from {cut} the next {days} days were predicted at {predicted} purchases ({low} to {high}), and {actual} came. Set no budget by it yet.',
  },
  'clv-says-outside': {
    zh: '别太当真：站在 {cut} 预测之后的 {days} 天，预测 {predicted} 次（{low} 到 {high}），实际 {actual} 次（比预测 {more}），落在区间外。上面的区间已按误差放宽，拿它当大概，别当目标。',
    en: 'Do not lean on it: from {cut} the next {days} days were predicted at {predicted} purchases ({low} to {high}), {actual} came ({more}), outside the range. The range above is widened by that error: take it as a rough idea, not as a target.',
  },
  'clv-says-sales-outside': {
    zh: '次数可信，金额别太当真：站在 {cut} 预测之后的 {days} 天，预测 {predicted} 次，实际 {actual} 次，在区间内；但实际销售额比预测 {sales}，多半是少数大单。金额的区间已按误差放宽。',
    en: 'Purchases can be believed, money less so: from {cut} the next {days} days were predicted at {predicted} purchases, and {actual} came, within the range; but sales were off by {sales}, as a few large orders make them. The range of money is widened by that error.',
  },
  'clv-says-untested': {
    zh: '没有检验过：历史太短，没法拿较早的数据预测较晚的来核对，只供参考。',
    en: 'It is untested: the history is too short to predict its later part from the earlier. Take it as a hint.',
  },
  'clv-says-nothing': {
    zh: '还不能预测：{customers} 位买家里有 {repeaters} 位来过第二次。先导出更长的历史再试；要可靠，至少 500 位买家、50 位有复购、180 天。',
    en: 'Nothing can be predicted yet: of {customers} customers {repeaters} came a second time. Try a longer history; to rely on it takes 500 customers, 50 with a repeat and 180 days.',
  },
  'clv-says-nobody': {
    zh: '模型认为几乎没有人会再来：{customers} 位买家到 {until} 一共预计买不到 1 次，给谁写信都没有根据，所以不列名单。如果店还开着，请加上到 {asOf} 为止的导出，或用 --as-of 改截止日。',
    en: 'The model expects practically nobody to come back: by {until} the {customers} customers together buy less than once, so there is no list of whom to write to. If the shop is still open, add the exports up to {asOf}, or change the as-of day with --as-of.',
  },
  'clv-says-top': {
    zh: '其中 {share} 来自预测价值最高的 {customers} 位（一成）：优惠、客服和新品先给他们。',
    en: '{share} of it comes from the best tenth, {customers} customers: give them offers, service and news first.',
  },
  'clv-says-due': {
    zh: '按各自的节奏，{overdue} 位已经过了该来买的日子，{soon} 位 14 天内到期：先联系这些人，名单见下面的 crm due。',
    en: 'By their own pace {overdue} customers are overdue and {soon} more are due within 14 days: write to these first; crm due below lists them.',
  },
  'clv-says-alive': {
    zh: '{customers} 位买家里估计只有 {alive} 位（{share}）还会再来，其余多半已经走了：拉新不能停，也不必反复打扰他们。',
    en: 'Of {customers} customers about {alive} ({share}) are still around; most others have left: keep winning new ones, and do not write to the lost again and again.',
  },
  'due-says-list': {
    zh: '{overdue} 位已过应购日，{soon} 位在今后 {days} 天内到期；这些人到 {until} 预计带来 {money}。从上往下联系，预计价值高的在前。',
    en: '{overdue} customers are overdue and {soon} more are due within {days} days; together they are expected to bring {money} by {until}. Write from the top: the most valuable come first.',
  },
  'due-says-lost': {
    zh: '其中 {lost} 位活跃概率不到一半，多半已经走了：发一次挽回优惠就够，不必反复打扰。',
    en: '{lost} of them are more likely gone than not: one offer to win them back is enough.',
  },
  'due-says-none': {
    zh: '今后 {days} 天没有人到期，也没有人逾期：多数买家只买一次，再来的可能过不了一半。可用 --within 90d 看得更远，或看 crm segment sleeping 的名单。',
    en: 'Nobody is due within {days} days and nobody is overdue: most customers buy once, and the chance of another purchase never reaches one half. Look further with --within 90d, or at the list of crm segment sleeping.',
  },
  'clv-says-paid-back': {
    zh: '一位新客成本 {cac}：{cohorts} 个首购月里 {paid} 个已经回本，中间的那个在第 {month} 个月；逐月见“获客回本”。',
    en: 'A new customer costs {cac}: of {cohorts} monthly cohorts {paid} have paid that back, the middle one in month {month}; "Payback of acquisition" shows each.',
  },
  'clv-says-not-paid-back': {
    zh: '一位新客成本 {cac}：{cohorts} 个首购月里还没有一个回本，先降广告费或提高毛利、复购。',
    en: 'A new customer costs {cac}: of {cohorts} monthly cohorts none has paid that back yet; spend less on ads, or raise margin and repeat purchases first.',
  },
} as const satisfies Record<string, Words>;
