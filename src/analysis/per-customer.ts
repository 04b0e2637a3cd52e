import { sumOf } from '../util/sums.js';
import { inWindow, nobodyTooYoung, ownDefinition } from './common-words.js';
import { count, type Measures, measureTable, money, quotient, total, unknown } from './measure.js';
import { defineMetric } from './metric.js';
import { customerNotes } from './notes/customers.js';
import { knowsCustomers, type Period } from './period.js';

/** Customers who bought, their purchases, and both per customer. Only orders with a customer, in all of them. */
export const perCustomerMeasures: Measures = (input, period) => {
  if (!knowsCustomers(input)) {
    return [
      unknown('customers', 'count'),
      unknown('purchases', 'count'),
      unknown('perCustomer', 'price'),
      unknown('purchasesPerCustomer', 'number'),
    ];
  }
  const customers = period.buyers.length;
  const purchases = purchasesIn(period);
  return [
    total('customers', 'count', customers),
    total('purchases', 'count', purchases),
    quotient('perCustomer', 'price', money(customerSales(period)), count(customers)),
    quotient('purchasesPerCustomer', 'number', count(purchases), count(customers)),
  ];
};

/** Purchases of all customers in the period. */
export function purchasesIn({ begin, end }: Period): number {
  let purchases = 0;
  for (let buyer = 0; buyer < begin.length; buyer++) purchases += end[buyer]! - begin[buyer]!;
  return purchases;
}

/** Sales of the orders that have a customer, minor units. */
export function customerSales({ net }: Period): number {
  return sumOf(net);
}

export const perCustomer = defineMetric({
  id: 'per-customer',
  definition: {
    name: { zh: '客单价与人均购买次数', en: 'sales and purchases per customer' },
    aliases: [
      '客单价',
      '人均购买次数',
      '买家数',
      '购买次数',
      'per customer',
      'sales per customer',
      'ARPU',
      'purchases per customer',
      'customers',
      'purchases',
    ],
    formula: {
      zh:
        '买家数 = 统计期内有购买的买家。购买 = 同一买家同一天的全部有效订单算一次（--purchase order 则每单算一次）。\n' +
        '客单价 = 有买家的有效订单的销售额 ÷ 买家数。有些工具把“销售额 ÷ 订单数”叫客单价，这里那是笔单价。\n' +
        '人均购买次数 = 购买次数 ÷ 买家数。没有买家信息的订单分子分母都不计，其单数和销售额占比另行注明。',
      en:
        'customers = those with a purchase in the window. purchase = all valid orders of one customer on one day (--purchase order: each order).\n' +
        'per customer = sales of orders with a customer ÷ customers. (Sales ÷ orders is "per order" here, whatever other tools call it.)\n' +
        'purchases per customer = purchases ÷ customers. Orders without a customer are in neither; their number and share of sales are said.',
    },
    window: inWindow,
    young: nobodyTooYoung,
    source: ownDefinition,
  },
  compute: (input) => measureTable('per-customer', input, perCustomerMeasures, customerNotes(input)),
});
