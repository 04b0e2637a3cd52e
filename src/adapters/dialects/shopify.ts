import type { Dialect } from '../dialect.js';
import { count, id, money, names, oneOf, text, time } from '../fields.js';

/**
 * The order export of Shopify (orders_export.csv), one row per product. The first row of an order has everything; the
 * rows after it repeat number, e-mail and creation time and leave the amounts and the status blank (exports saved by
 * others repeat them: they count once either way). `Total` stays as it was when money goes back: net = Total − Refunded
 * Amount. `Paid at` is blank in partially refunded orders, so the status tells whether an order was paid. A pending
 * order is not, though shops with cash on delivery ship on it; one with `Cancelled at` is no sale. Times carry the
 * shop's own offset (two of them in a year with summer time) and are taken as written.
 * `Lineitem price` is the list price of one unit. Source: genuine exports of 73 to 79 columns, 2021 to 2026.
 */
export const shopify: Dialect = {
  id: 'shopify',
  title: { zh: 'Shopify 订单导出（orders_export）', en: 'Shopify order export (orders_export)' },
  platform: 'shopify',
  marks: [
    ['Name'],
    ['Financial Status'],
    ['Lineitem name', 'Lineitem quantity', 'Lineitem price', 'Fulfillment Status'],
  ],
  not: [],
  grain: 'product',
  paidBy: 'status',
  refund: 'paid-is-gross',
  clock: '',
  currency: 'USD',
  fields: {
    order: id('Name'),
    buyer: text('Email'),
    phone: text('Phone', 'Billing Phone', 'Shipping Phone'),
    receiver: text('Shipping Name', 'Billing Name'),
    address: text('Shipping Address1', 'Billing Address1'),
    province: text(...names('Shipping Province Name · Shipping Province · Billing Province Name · Billing Province')),
    city: text('Shipping City', 'Billing City'),
    created: time('Created at'),
    time: time('Paid at'),
    shipped: time('Fulfilled at'),
    goods: money('Subtotal'),
    postage: money('Shipping'),
    discount: money('Discount Amount'),
    paid: money('Total'),
    refund: money('Refunded Amount'),
    quantity: count('Lineitem quantity'),
    title: text('Lineitem name'),
    productCode: text('Lineitem sku'),
    price: money('Lineitem price'),
    status: oneOf({}, 'Financial Status'),
    closeReason: oneOf({ '*': 'cancelled' }, 'Cancelled at'),
    memo: text('Notes'),
    currency: text('Currency'),
  },
  statuses: {
    paid: 'paid',
    partially_refunded: 'paid',
    refunded: 'refunded',
    partially_paid: 'deposit',
    authorized: 'unpaid',
    pending: 'unpaid',
    unpaid: 'unpaid',
    expired: 'unpaid',
    voided: 'closed',
  },
};
