import type { Words } from '../words.js';

/** The verdict of `crm check`: whether the numbers can be believed, and what to do first. */
export const checkNotes = {
  'check-says-yes': {
    zh: '可以信：{rows} 行全部读懂，{valid} 单有效，从行到买家逐级相加，分毫不差。',
    en: 'The numbers can be believed: all {rows} rows were understood, {valid} orders count, and every step from rows to customers sums to the cent.',
  },
  'check-says-mostly': {
    zh: '大体可信：{rows} 行里有 {valid} 单有效，对得上账；用之前先看下面 {count} 件事。',
    en: 'The numbers can mostly be believed: {valid} orders out of {rows} rows count and everything sums; look at what stands below first ({count}).',
  },
  'check-says-no': {
    zh: '先别信这些数字：{rows} 行里有 {valid} 单有效，下面 {count} 件事里有会让数字明显不对的，从第一件做起。',
    en: 'Do not believe the numbers yet: {valid} orders out of {rows} rows count, and something below makes them plainly wrong ({count}). Begin with the first.',
  },
  'check-says-sales': {
    zh: '销售额、订单、商品这些数字可以信（{rows} 行里有 {valid} 单有效，对得上账）；复购、留存、流失这些按买家算的，现在算不出来。',
    en: 'Sales, orders and products can be believed ({valid} orders out of {rows} rows count and everything sums); repeat purchase, retention and churn cannot be computed as it is.',
  },
  'check-no-orders': {
    zh: '没有一单有效（共 {orders} 单），什么都算不出来：看“未计入的订单”说的原因，多半是选错了文件或列。',
    en: 'Not one of the {orders} orders counts, so nothing can be computed: see why under "Orders not counted"; most likely the file or a column is wrong.',
  },
  'check-rejected': {
    zh: '{count} 行没读懂（占 {share}，能看出金额的合计 {money}），没有算进去。最多的是“{problemZh}”，{most} 行：{places}。{adviceZh}。加 --rejects 读不懂.xlsx 可把这些行连同原因写成一张表，改好再读。',
    en: '{count} rows were not understood ({share}; {money} as far as it can be seen) and are left out. Most often ({most}): {problemEn}; {places}. What to do: {adviceEn}. With --rejects rejects.xlsx they are written to a table with the reasons, to be corrected and read again.',
  },
  'check-totals': {
    zh: '“总金额 = 实付 + 退款”在 {orders} 个已付款订单里有 {off} 个对不上：拿几个有退款的订单到后台核对，看实付是不是已经扣了退款。',
    en: 'Total = paid + refund fails in {off} of {orders} paid orders: compare a few refunded ones with the platform, to see whether "paid" has refunds taken off.',
  },
  'check-unknown-status': {
    zh: '{orders} 单（{share}）的订单状态不认识（{statuses}），没有计入：{places}。如果它们是成交，多半是状态列选错了，用 --map status=列名 指明。',
    en: '{orders} orders ({share}) have a status nobody knows ({statuses}) and do not count: {places}. If they are sales, the status column is most likely wrong; name it with --map status=COLUMN.',
  },
  'check-no-buyers': {
    zh: '{orders} 单都认不出买家。重新导出并勾选“买家会员名”，或用 --map buyer=列名 指明哪一列是买家。',
    en: 'No buyer can be told in any of {orders} orders. Export again with the buyer column, or name it with --map buyer=COLUMN.',
  },
  'check-few-buyers': {
    zh: '{orders} 单（{share}）认不出买家（其中 {masked} 单被打码或加密）：{places}。销售额包含它们，复购等按买家算的数字不含；占比越大，复购越不可靠。',
    en: 'In {orders} orders ({share}) the buyer cannot be told ({masked} masked or encrypted): {places}. Sales include them, numbers of customers do not; the larger the share, the less repeat purchase can be relied on.',
  },
  'check-guessed': {
    zh: '{orders} 单的买家是用打码信息猜的（--identity loose）：复购率可能偏高，只作参考。',
    en: 'The customers of {orders} orders are guessed from masked evidence (--identity loose): the repeat rate may be too high, take it as a hint.',
  },
  'check-refused-groups': {
    zh: '{groups} 组买家共用一个电话或账号，超过 5 个会员名，没有合并：看“买家认得准不准”里的行，是代购就用 --exclude 排除。',
    en: '{groups} groups of more than 5 buyer ids share a phone or account and were not joined: see their rows under "How sure the customers are"; exclude forwarders with --exclude.',
  },
  'check-conflicts': {
    zh: '{count} 处同一订单的两条记录互相矛盾（如金额、买家不同），已采用较新的一条：{places}。到后台核对哪条对。',
    en: 'Two rows of one order contradict each other, {count} in all (amount, buyer …); the newer was taken: {places}. See on the platform which is right.',
  },
  'check-missing-days': {
    zh: '{from} 至 {to} 连续 {days} 天没有订单，像是少了一份导出（这样的空档共 {runs} 处）：补上那段时间的文件再看，否则流失会偏高。',
    en: 'No order for {days} days from {from} to {to}: an export seems to be missing ({runs} such gaps). Add it, or churn will look too high.',
  },
  'check-short-history': {
    zh: '数据从 {from} 才开始，只有 {days} 天：之前买过的老客会被当成新客，新客数偏多、复购偏低。补上更早的订单；补不上就用 --history-start 说明从哪天起“新客”可信。',
    en: 'The data begin on {from} and cover {days} days: customers who bought before look new, so there seem more new ones and fewer repeats. Add earlier orders, or say with --history-start from which day "new" can be believed.',
  },
} as const satisfies Record<string, Words>;
