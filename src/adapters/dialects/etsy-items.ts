import type { Dialect } from '../dialect.js';
import { count, id, money, sum, text, time } from '../fields.js';

/**
 * The items file of Etsy shops (EtsySoldOrderItems), one row per item. `Item Total` is each item's own; order shipping
 * stands on every row of an order and counts once; whether the discounts do is found from the data. With the orders
 * file beside it, amounts and buyers are taken from there and this gives the lines. Taxes are left out: Etsy collects
 * them. There is no refund. Days are American. Source: genuine header rows.
 */
export const etsyItems: Dialect = {
  id: 'etsy-items',
  title: { zh: 'Etsy 商品明细（Sold Order Items）', en: 'Etsy items file (Sold Order Items)' },
  platform: 'etsy',
  marks: [['Order ID'], ['Sale Date'], ['Item Total'], ['Transaction ID', 'Listing ID', 'Item Name']],
  not: ['Order Value', 'Number of Items'],
  grain: 'product',
  own: ['goods', 'paid'],
  paidFrom: 'parts',
  refund: 'none',
  slashes: 'month-first',
  clock: '',
  currency: 'USD',
  fields: {
    order: id('Order ID'),
    line: id('Transaction ID'),
    buyer: text('Buyer'),
    receiver: text('Ship Name'),
    address: text('Ship Address1'),
    province: text('Ship State'),
    city: text('Ship City'),
    created: time('Sale Date'),
    time: time('Date Paid'),
    shipped: time('Date Shipped'),
    goods: money('Item Total'),
    postage: money('Order Shipping'),
    discount: sum('Discount Amount', 'Shipping Discount'),
    quantity: count('Quantity'),
    title: text('Item Name'),
    sku: text('Variations'),
    productCode: text('SKU'),
    product: text('Listing ID'),
    price: money('Price'),
    currency: text('Currency'),
  },
  statuses: {},
};
