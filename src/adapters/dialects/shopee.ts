import type { Dialect } from '../dialect.js';
import { count, id, money, oneOf, text, time } from '../fields.js';

/**
 * The order export of Shopee sellers (Order.all), one row per product. What the buyer paid is the price of the products
 * plus the shipping fee; whether these stand on each row of an order or are each row's own is found from the data.
 * Names of amounts carry the shop's currency (`Products' Price Paid by Buyer (PHP)`), which is how it is known. There is
 * no refund amount: a return status that says refunded means all of it. Rows of "to ship" files pack several products
 * into one cell and have no prices. Source: genuine header rows; further names of the order number are those of
 * Thailand and Indonesia.
 */
export const shopee: Dialect = {
  id: 'shopee',
  title: { zh: 'Shopee 订单导出（Order.all）', en: 'Shopee order export (Order.all)' },
  platform: 'shopee',
  marks: [
    ['Order ID', 'หมายเลขคำสั่งซื้อ', 'No. Pesanan'],
    ['SKU Reference No.', 'Parent SKU Reference No.', 'Mã SKU cha'],
    ["Products' Price Paid by Buyer"],
    ['Order Creation Date', 'Order Paid Time'],
  ],
  not: [],
  grain: 'product',
  paidFrom: 'parts',
  refund: 'none',
  clock: '',
  currency: 'SGD',
  currencyVaries: true,
  fields: {
    order: id('Order ID', 'หมายเลขคำสั่งซื้อ', 'No. Pesanan'),
    buyer: text('Username (Buyer)'),
    phone: text('Phone Number'),
    receiver: text('Receiver Name'),
    address: text('Delivery Address'),
    province: text('Province'),
    city: text('City'),
    district: text('District'),
    created: time('Order Creation Date'),
    time: time('Order Paid Time'),
    shipped: time('Ship Time'),
    completed: time('Order Complete Time'),
    goods: money("Products' Price Paid by Buyer"),
    postage: money('Buyer Paid Shipping Fee'),
    quantity: count('Quantity'),
    title: text('Product Name'),
    sku: text('Variation Name'),
    productCode: text('SKU Reference No.', 'Parent SKU Reference No.', 'Mã SKU cha'),
    price: money('Original Price', 'Deal Price'),
    status: oneOf({}, 'Order Status'),
    refundStatus: oneOf(
      { 'refund completed': 'refunded', refunded: 'refunded', cancelled: 'none', rejected: 'none' },
      'Return / Refund Status',
    ),
    memo: text('Remark from buyer', 'Note'),
  },
  statuses: {
    unpaid: 'unpaid',
    'to ship': 'paid',
    shipping: 'shipped',
    shipped: 'shipped',
    'to receive': 'shipped',
    delivered: 'completed',
    completed: 'completed',
    cancelled: 'closed',
  },
};
