import type { Dialect } from '../dialect.js';
import { count, id, money, sum, text, time } from '../fields.js';

/**
 * The order reports of Amazon sellers that name the buyer (New Orders, Unshipped Orders), a text with TABs, one row per
 * item. `buyer-email` is the address Amazon lends the buyer for this shop: the same one each time, so it is the
 * customer. `item-price` is the row's own, without the taxes that the marketplace collects; reports of unshipped orders
 * may lack it. There is no status and no refund. Together with All Orders each order counts once, has the status of
 * that report and the buyer of this one: an item is known by product, SKU and units in both, so `order-item-id` is not
 * used. Times carry their offset; days are those of UTC until `--timezone` is given. Source: genuine header rows.
 */
export const amazonOrders: Dialect = {
  id: 'amazon-orders',
  title: { zh: '亚马逊 订单报告（含买家）', en: 'Amazon order report (with buyers)' },
  platform: 'amazon',
  marks: [['order-id'], ['purchase-date'], ['order-item-id'], ['buyer-email', 'payments-date', 'quantity-purchased']],
  not: ['amazon-order-id'],
  grain: 'line',
  paidFrom: 'parts',
  refund: 'none',
  clock: 'UTC',
  currency: 'USD',
  fields: {
    order: id('order-id'),
    buyer: text('buyer-email'),
    phone: text('buyer-phone-number'),
    receiver: text('recipient-name'),
    address: text('ship-address-1'),
    province: text('ship-state'),
    city: text('ship-city'),
    created: time('purchase-date'),
    time: time('payments-date'),
    goods: sum('item-price', 'gift-wrap-price'),
    postage: money('shipping-price'),
    discount: sum('item-promotion-discount', 'ship-promotion-discount'),
    quantity: count('quantity-purchased'),
    title: text('product-name'),
    sku: text('sku'),
    currency: text('currency'),
  },
  statuses: {},
};
