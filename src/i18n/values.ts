import type { Words } from './words.js';

/**
 * Keys that stand in text columns: metrics, steps, statistics, reasons. A dotted key (`orders.uncounted.refunded`) is
 * looked up whole, then by its last part; reasons of rejected rows are worded by the issues.
 */
export const values = {
  // Metrics of the overview.
  customers: { zh: '买家', en: 'customers' },
  gini: { zh: '基尼系数', en: 'Gini coefficient' },
  gross: { zh: '退款前金额', en: 'gross' },
  newCustomerGrowth: { zh: '新会员增长率', en: 'new-customer growth' },
  oneTimeCustomers: { zh: '一次性买家占比', en: 'one-time customers' },
  orders: { zh: '订单', en: 'orders' },
  perCustomer: { zh: '客单价', en: 'per customer' },
  perOrder: { zh: '笔单价', en: 'per order' },
  perOrderMedian: { zh: '笔单价中位数', en: 'per order, median' },
  purchases: { zh: '购买次数', en: 'purchases' },
  purchasesPerCustomer: { zh: '人均购买次数', en: 'purchases per customer' },
  refunded: { zh: '退款', en: 'refunded' },
  refundRateMoney: { zh: '退款率（金额）', en: 'refund rate, money' },
  refundRateOrders: { zh: '退款率（订单）', en: 'refund rate, orders' },
  repeatRate: { zh: '复购率', en: 'repeat rate' },
  returningCustomers: { zh: '老客占比（买家）', en: 'returning, customers' },
  returningPurchases: { zh: '老客占比（购买）', en: 'returning, purchases' },
  returningSales: { zh: '老客占比（销售额）', en: 'returning, sales' },
  sales: { zh: '销售额', en: 'sales' },
  top20Share: { zh: '前 20 % 买家占销售额', en: 'sales of top 20 %' },
  unitsPerOrder: { zh: '连带率（件/单）', en: 'units per order' },
  'overview.orders': { zh: '有效订单', en: 'valid orders' },

  // Units.
  count: { zh: '个数', en: 'count' },
  date: { zh: '日期', en: 'date' },
  days: { zh: '天', en: 'days' },
  money: { zh: '金额', en: 'money' },
  number: { zh: '数', en: 'number' },
  price: { zh: '均价', en: 'average' },
  ratio: { zh: '比率', en: 'ratio' },

  // Steps of the reconciliation.
  'rows.read': { zh: '读入的行', en: 'rows read' },
  'rows.used': { zh: '采用的行', en: 'rows used' },
  'rows.duplicate': { zh: '重复的行', en: 'duplicate rows' },
  'orders.other-currency': { zh: '其他币种的订单', en: 'orders in other currencies' },
  'orders.uncounted.refunded': { zh: '全额退款', en: 'wholly refunded' },
  'orders.valid': { zh: '有效订单', en: 'valid orders' },
  'orders.valid.before-window': { zh: '统计期之前', en: 'before the window' },
  'orders.valid.in-window': { zh: '统计期内', en: 'in the window' },
  'orders.valid.after-window': { zh: '统计期之后', en: 'after the window' },
  'orders.without-customer': { zh: '没有买家信息', en: 'without a customer' },

  // Why an order is not counted.
  'after-as-of': { zh: '晚于截止日', en: 'after the as-of day' },
  closed: { zh: '交易关闭', en: 'closed' },
  'deposit-only': { zh: '只付了定金', en: 'deposit only' },
  excluded: { zh: '按规则排除', en: 'excluded' },
  'no-time': { zh: '没有时间', en: 'no time' },
  'unknown-status': { zh: '状态不认识', en: 'unknown status' },
  unpaid: { zh: '未付款', en: 'unpaid' },
  'zero-amount': { zh: '0 元', en: 'zero amount' },

  // What was done with a row.
  kept: { zh: '保留', en: 'kept' },
  merged: { zh: '合并', en: 'merged' },
  rejected: { zh: '未采用', en: 'rejected' },

  // Which orders.
  allOrders: { zh: '全部订单', en: 'all orders' },
  validOrders: { zh: '有效订单', en: 'valid orders' },

  // Bases of the churn rate.
  matured: { zh: '满期买家', en: 'old enough' },
  all: { zh: '全部（含新客）', en: 'all, young ones included' },

  // Recency classes.
  hot: { zh: '热', en: 'hot' },
  warm: { zh: '温', en: 'warm' },
  sleeping: { zh: '睡眠', en: 'sleeping' },
  aboutToLeave: { zh: '预流失', en: 'about to leave' },
  lost: { zh: '流失', en: 'lost' },
  active: { zh: '活跃', en: 'active' },

  // Ways to group, and their groups.
  shop: { zh: '店铺', en: 'shop' },
  platform: { zh: '平台', en: 'platform' },
  province: { zh: '省份', en: 'province' },
  firstProduct: { zh: '首购商品', en: 'first product' },
  promotion: { zh: '大促', en: 'promotion' },
  onPromotion: { zh: '大促新客', en: 'won on promotion days' },
  otherDays: { zh: '平日新客', en: 'won on other days' },

  // Statistics.
  lapsePoint: { zh: '流失临界点', en: 'lapse point' },
  mean: { zh: '平均', en: 'mean' },
  median: { zh: '中位数', en: 'median' },
  n: { zh: '个数', en: 'n' },
  p25: { zh: 'p25', en: 'p25' },
  p75: { zh: 'p75', en: 'p75' },
  p80: { zh: 'p80', en: 'p80' },
  p90: { zh: 'p90', en: 'p90' },
  p99: { zh: 'p99', en: 'p99' },
  max: { zh: '最大', en: 'largest' },
  marked: { zh: '标', en: 'mark' },
  estimated: { zh: '由数据估计', en: 'estimated' },
  default: { zh: '默认值', en: 'default' },

  // Models and their parameters, in the letters of the papers.
  'mbg-nbd': { zh: 'MBG/NBD', en: 'MBG/NBD' },
  'bg-nbd': { zh: 'BG/NBD', en: 'BG/NBD' },
  'pareto-nbd': { zh: 'Pareto/NBD', en: 'Pareto/NBD' },
  'mbg-cnbd-k': { zh: 'MBG/CNBD-k', en: 'MBG/CNBD-k' },
  'gamma-gamma': { zh: 'Gamma-Gamma（每次消费）', en: 'Gamma-Gamma (spend)' },
  naive: { zh: '朴素法', en: 'naive rate' },
  r: { zh: 'r', en: 'r' },
  k: { zh: 'k', en: 'k' },
  alpha: { zh: 'α', en: 'α' },
  a: { zh: 'a', en: 'a' },
  b: { zh: 'b', en: 'b' },
  s: { zh: 's', en: 's' },
  beta: { zh: 'β', en: 'β' },
  p: { zh: 'p', en: 'p' },
  q: { zh: 'q', en: 'q' },
  v: { zh: 'v', en: 'v' },
  logLikelihood: { zh: '对数似然', en: 'log-likelihood' },
  correlation: { zh: '次数与金额的相关', en: 'correlation of purchases and spend' },
  repeaters: { zh: '有复购的买家', en: 'customers with a repeat' },

  // Forecast.
  expectedPurchases: { zh: '预计购买次数', en: 'expected purchases' },
  predictedSales: { zh: '预测销售额', en: 'predicted sales' },
  predictedProfit: { zh: '预测毛利', en: 'predicted profit' },
  presentValue: { zh: '折现后', en: 'present value' },
  predictedPerCustomer: { zh: '人均预测价值', en: 'predicted per customer' },
  customersAlive: { zh: '估计仍活跃的买家', en: 'customers still alive' },
  expectedPurchases90: { zh: '90 天内预计购买次数', en: 'expected purchases, 90 days' },
  historicValue: { zh: '历史价值', en: 'historic value' },
  overdue: { zh: '逾期', en: 'overdue' },
  dueWithin14: { zh: '14 天内应购', en: 'due within 14 days' },
  backTestPurchases: { zh: '回测误差（次数）', en: 'back-test error, purchases' },
  backTestSales: { zh: '回测误差（销售额）', en: 'back-test error, sales' },
  due14: { zh: '14 天内', en: 'within 14 days' },
  due30: { zh: '15–30 天', en: '15–30 days' },
  due90: { zh: '31–90 天', en: '31–90 days' },
  dueLater: { zh: '更晚', en: 'later' },
  noDueDay: { zh: '没有应购日', en: 'no due day' },
  low: { zh: '低', en: 'low' },
  medium: { zh: '中', en: 'medium' },
  high: { zh: '高', en: 'high' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  notYet: { zh: '尚未', en: 'not yet' },

  // Simple value.
  yearlyChurn: { zh: '年流失率', en: 'yearly churn' },
  yearsOfUse: { zh: '使用年限', en: 'years of use' },
  salesPerYear: { zh: '每年销售额', en: 'sales per year' },
  margin: { zh: '毛利率', en: 'margin' },
  profitPerYear: { zh: '每年利润', en: 'profit per year' },
  acquisitionCost: { zh: '获客成本', en: 'acquisition cost' },
  upkeepCost: { zh: '维护成本', en: 'upkeep cost' },
  serviceCost: { zh: '服务成本', en: 'service cost' },
  simpleValue: { zh: '简易客户价值', en: 'simple customer value' },
} as const satisfies Record<string, Words>;
