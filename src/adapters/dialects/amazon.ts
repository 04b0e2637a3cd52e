import type { Dialect } from '../dialect.js';
import { count, id, money, oneOf, sum, text, time } from '../fields.js';

/**
 * The All Orders report of Amazon sellers, a text with TABs, one row per item, amounts are the item's own. There is no
 * column of what the seller gets: it is item price + gift wrap + shipping − promotions, without the taxes that the
 * marketplace collects. Pending and cancelled items have no price. There is no buyer and no refund: the report gives
 * orders, not customers. Times are UTC; days on the shop's clock need `--timezone`. Source: genuine header rows.
 */
export const amazon: Dialect = {
  id: 'amazon',
  title: { zh: '亚马逊 All Orders 报告', en: 'Amazon All Orders report' },
  platform: 'amazon',
  marks: [['amazon-order-id'], ['purchase-date'], ['item-price'], ['order-status', 'item-status', 'asin']],
  not: [],
  grain: 'line',
  paidFrom: 'parts',
  refund: 'none',
  clock: 'UTC',
  currency: 'USD',
  fields: {
    order: id('amazon-order-id'),
    province: text('ship-state'),
    city: text('ship-city'),
    created: time('purchase-date'),
    goods: sum('item-price', 'gift-wrap-price'),
    postage: money('shipping-price'),
    discount: sum('item-promotion-discount', 'ship-promotion-discount'),
    quantity: count('quantity'),
    title: text('product-name'),
    sku: text('sku'),
    product: text('asin'),
    status: oneOf({}, 'order-status', 'item-status'),
    currency: text('currency'),
  },
  statuses: {
    pending: 'unpaid',
    unshipped: 'paid',
    shipping: 'shipped',
    'partially shipped': 'shipped',
    shipped: 'shipped',
    'shipped - picked up': 'shipped',
    'shipped - out for delivery': 'shipped',
    'shipped - delivered to buyer': 'completed',
    cancelled: 'closed',
  },
};
