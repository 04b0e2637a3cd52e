import { basketMeasures } from './basket.js';
import { inWindow } from './common-words.js';
import { concentrationMeasures } from './concentration.js';
import { type Measures, measureTable } from './measure.js';
import { type AnalysisInput, defineMetric } from './metric.js';
import { newCustomerGrowthMeasures } from './new-customer-growth.js';
import { customerNotes } from './notes/customers.js';
import { refundNotes } from './notes/refunds.js';
import { returningNotes } from './notes/returning.js';
import { unitsNotes } from './notes/units.js';
import { windowNotes } from './notes/window.js';
import { oneTimeMeasures } from './one-time-customers.js';
import { perCustomerMeasures } from './per-customer.js';
import { refundRateMeasures } from './refund-rate.js';
import { repeatRateMeasures } from './repeat-rate.js';
import { returningMeasures } from './returning.js';
import { salesMeasures } from './sales.js';

/** The numbers of the overview, in the order they stand in. */
const order = [
  'sales',
  'gross',
  'refunded',
  'orders',
  'customers',
  'purchases',
  'perCustomer',
  'perOrder',
  'perOrderMedian',
  'newCustomerGrowth',
  'unitsPerOrder',
  'purchasesPerCustomer',
  'repeatRate',
  'returningCustomers',
  'returningPurchases',
  'returningSales',
  'refundRateMoney',
  'refundRateOrders',
  'oneTimeCustomers',
  'top20Share',
  'gini',
];

const groups: readonly Measures[] = [
  salesMeasures,
  basketMeasures,
  perCustomerMeasures,
  newCustomerGrowthMeasures,
  repeatRateMeasures,
  returningMeasures,
  refundRateMeasures,
  oneTimeMeasures,
  concentrationMeasures,
];

const measures: Measures = (input, period, before) =>
  groups
    .flatMap((group) => group(input, period, before))
    .sort((one, other) => order.indexOf(one.metric) - order.indexOf(other.metric));

const notes = (input: AnalysisInput) => [
  ...customerNotes(input),
  ...windowNotes(input),
  ...returningNotes(input),
  ...unitsNotes(input),
  ...refundNotes(input),
];

/** All headline numbers of the shop in one table, each beside the same number of the period before. */
export const overview = defineMetric({
  id: 'overview',
  definition: {
    name: { zh: '总览', en: 'overview' },
    aliases: ['总览', '概览', '核心指标', 'overview', 'key figures', 'summary'],
    formula: {
      zh:
        '一张表列出店铺的核心数字：销售额、订单、买家、客单价、笔单价、连带率、复购率、老客占比、退款率、集中度。\n' +
        '比率都带分子、分母；按买家计的比率带 95 % Wilson 区间；“上期”是上一个自然月、季、年，或紧挨着的同样天数的同一数字。',
      en:
        'the headline numbers of the shop in one table: sales, orders, customers, value per customer and order, repeat rate, returning share, refund rate, concentration.\n' +
        'A rate carries numerator and denominator; rates of customers a Wilson 95 % interval; "previous" is the same number of the calendar month, quarter or year before, or of as many days directly before.',
    },
    window: inWindow,
    young: {
      zh: '各数字的说明见各自的定义（crm explain 复购率 等）。',
      en: 'see the definition of each number (crm explain repeat-rate and so on).',
    },
    source: { zh: '由各指标组成', en: 'composed of the metrics it shows' },
  },
  compute: (input) => ({ ...measureTable('overview', input, measures, notes(input)), view: 'tiles' }),
});
