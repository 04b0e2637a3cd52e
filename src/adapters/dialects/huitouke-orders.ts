import type { Dialect } from '../dialect.js';
import { count, id, money, oneOf, text, time } from '../fields.js';

/**
 * The program's own layout, written by `crm convert`: orders as they were settled, one row per product line. Texts and
 * times of an order stand on each of its rows, its amounts and units on the first (`line` 1). `net` is what the shop
 * kept, `refunded` what went back; `lineAmount` is what was paid for the line before refunds. The nth refund of a refund
 * report stands on the nth row of its order; where an order has more refunds than products, the rows behind its products
 * (`line` above `lines`) hold nothing but a refund. `stage`, `precision`,
 * `uncounted`, `known`, `kinds` and `clock` hold words of the order table (`model/orders.ts`); `customer`, `day`,
 * `gross`, `listTotal`, `refundedAt` and `refundDay` are there for others and are worked out again. Source: own.
 */
export const huitoukeOrders: Dialect = {
  id: 'huitouke-orders',
  title: { zh: '回头客统一订单表（crm convert）', en: 'normalised orders (crm convert)' },
  platform: 'other',
  marks: [['lineAmount'], ['uncounted'], ['known'], ['kinds']],
  not: [],
  grain: 'order',
  normalised: true,
  refund: 'paid-is-net',
  clock: '',
  currency: 'CNY',
  fields: {
    platform: text('platform'),
    shop: text('shop'),
    order: id('order'),
    lineNumber: count('line'),
    lineCount: count('lines'),
    buyer: text('buyer'),
    account: text('account'),
    phone: text('phone'),
    receiver: text('receiver'),
    province: text('province'),
    city: text('city'),
    address: text('address'),
    created: time('createdAt'),
    time: time('paidAt'),
    shipped: time('shippedAt'),
    completed: time('completedAt'),
    precision: text('precision'),
    stage: text('stage'),
    status: oneOf({}, 'status'),
    closeReason: oneOf({ refunded: 'refunded', unpaid: 'never-paid', '*': 'none' }, 'uncounted'),
    currency: text('currency'),
    paid: money('net'),
    refund: money('refunded'),
    postage: money('postage'),
    discount: money('discount'),
    quantity: count('units'),
    line: id('lineId'),
    title: text('product'),
    sku: text('sku'),
    price: money('listPrice'),
    lineQuantity: count('quantity'),
    lineAmount: money('lineAmount'),
    lineRefund: money('lineRefunded'),
    refundId: id('refundId'),
    refundTime: time('refundTime'),
    refundAmount: money('refundAmount'),
    memo: text('memo'),
    known: text('known'),
    kinds: text('kinds'),
    clock: text('clock'),
  },
  statuses: {},
};
