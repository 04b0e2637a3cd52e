import type { Dialect } from '../dialect.js';
import { id, money, oneOf, text, time } from '../fields.js';

/**
 * The order export of Lazada sellers, one row per unit: three cups are three rows. `paidPrice` is what the buyer paid for
 * the unit (discounts stand beside it below zero and are taken off already), `shippingFee` is added; whether the fee
 * stands on each row of an order or is each row's own is found from the data. A row that was cancelled while others went
 * on was paid back. There is no currency column: PHP is assumed and said, and no payment time. Names, phones and e-mails are masked.
 * Source: genuine header rows.
 */
export const lazada: Dialect = {
  id: 'lazada',
  title: { zh: 'Lazada 订单导出', en: 'Lazada order export' },
  platform: 'lazada',
  marks: [['orderNumber'], ['orderItemId'], ['paidPrice'], ['lazadaSku', 'lazadaId', 'sellerSku']],
  not: [],
  grain: 'product',
  own: ['goods', 'paid', 'refund'],
  paidFrom: 'parts',
  units: 'row',
  refund: 'paid-is-gross',
  clock: '',
  currency: 'PHP',
  currencyVaries: true,
  fields: {
    order: id('orderNumber'),
    line: id('orderItemId'),
    account: text('customerEmail'),
    phone: text('shippingPhone', 'billingPhone'),
    receiver: text('shippingName', 'customerName'),
    address: text('shippingAddress'),
    province: text('shippingRegion'),
    city: text('shippingCity'),
    created: time('createTime'),
    completed: time('deliveredDate'),
    goods: money('paidPrice'),
    postage: money('shippingFee'),
    refund: money('refundAmount'),
    title: text('itemName'),
    sku: text('variation'),
    productCode: text('sellerSku', 'lazadaSku'),
    price: money('unitPrice'),
    status: oneOf({}, 'status'),
    memo: text('sellerNote'),
  },
  statuses: {
    unpaid: 'unpaid',
    pending: 'paid',
    packed: 'paid',
    ready_to_ship: 'paid',
    'ready to ship': 'paid',
    shipped: 'shipped',
    delivered: 'completed',
    confirmed: 'completed',
    canceled: 'closed',
    cancelled: 'closed',
    returned: 'refunded',
    'package returned': 'closed',
  },
};
