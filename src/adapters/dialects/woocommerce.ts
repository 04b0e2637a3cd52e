import type { Dialect } from '../dialect.js';
import { count, id, money, oneOf, text, time } from '../fields.js';

/**
 * The order export of WooCommerce shops (plugin Advanced Order Export; WooCommerce itself has none), one row per item.
 * The order's totals and its refund stand on each of its rows and count once. The buyer is the billing e-mail. Without a
 * currency column the currency is read from the amounts, or USD is assumed and said. Times are the shop's own.
 * Source: genuine header rows.
 */
export const woocommerce: Dialect = {
  id: 'woocommerce',
  title: {
    zh: 'WooCommerce 订单导出（Advanced Order Export）',
    en: 'WooCommerce order export (Advanced Order Export)',
  },
  platform: 'woocommerce',
  marks: [['Order Number'], ['Order Total Amount'], ['Item #', 'Order Line Total', 'Email (Billing)', 'Order Status']],
  not: ['Sales Record Number', 'Listing ID'],
  grain: 'product',
  refund: 'paid-is-gross',
  clock: '',
  currency: 'USD',
  currencyVaries: true,
  fields: {
    order: id('Order Number'),
    line: id('Item #'),
    buyer: text('Email (Billing)'),
    phone: text('Phone (Billing)'),
    receiver: text('Last Name (Shipping)', 'Last Name (Billing)'),
    address: text('Address 1&2 (Shipping)', 'Address 1&2 (Billing)'),
    province: text('State Code (Shipping)', 'State Code (Billing)'),
    city: text('City (Shipping)', 'City (Billing)'),
    created: time('Order Date'),
    time: time('Paid Date'),
    shipped: time('Completed Date'),
    goods: money('Order Subtotal Amount'),
    postage: money('Order Shipping Amount'),
    discount: money('Cart Discount Amount'),
    paid: money('Order Total Amount'),
    refund: money('Order Refund Amount'),
    quantity: count('Quantity'),
    title: text('Name', 'Item Name'),
    sku: text('Product Variation'),
    productCode: text('SKU'),
    price: money('Item Cost'),
    status: oneOf({}, 'Order Status'),
    memo: text('Customer Note'),
    currency: text('Order Currency', 'Currency'),
  },
  statuses: {
    'pending payment': 'unpaid',
    pending: 'unpaid',
    'on hold': 'unpaid',
    'on-hold': 'unpaid',
    draft: 'unpaid',
    processing: 'paid',
    completed: 'completed',
    refunded: 'refunded',
    cancelled: 'closed',
    failed: 'closed',
  },
};
