import type { Dialect } from '../dialect.js';
import { count, id, money, oneOf, text, time } from '../fields.js';

/**
 * The order export of TikTok Shop sellers, one row per product. The row under the header explains the columns and is
 * passed over. `Order Amount` and `Order Refund Amount` are the order's; how they stand on the rows is found from the
 * data. Ids and times end in a TAB. Which number of `06/10/2026` is the month depends on the country and is found from
 * the data. `Buyer Username` is the buyer, phones are masked. Source: header rows in public parsers of the export.
 */
export const tiktokShop: Dialect = {
  id: 'tiktok-shop',
  title: { zh: 'TikTok Shop 订单导出', en: 'TikTok Shop order export' },
  platform: 'tiktok',
  marks: [['Order ID'], ['Order Amount'], ['SKU Unit Original Price', 'SKU Subtotal After Discount'], ['Created Time']],
  not: [],
  grain: 'product',
  explained: true,
  refund: 'paid-is-gross',
  clock: '',
  currency: 'USD',
  currencyVaries: true,
  fields: {
    order: id('Order ID'),
    buyer: text('Buyer Username'),
    phone: text('Phone #'),
    receiver: text('Recipient'),
    address: text('Detail Address'),
    province: text('Province', 'State'),
    city: text('Regency and City', 'City', 'Municipality'),
    created: time('Created Time'),
    time: time('Paid Time'),
    shipped: time('Shipped Time'),
    completed: time('Delivered Time'),
    paid: money('Order Amount'),
    refund: money('Order Refund Amount'),
    postage: money('Shipping Fee After Discount'),
    quantity: count('Quantity'),
    title: text('Product Name'),
    sku: text('Variation'),
    productCode: text('Seller SKU', 'SKU ID'),
    price: money('SKU Unit Original Price'),
    status: oneOf({}, 'Order Status'),
    memo: text('Seller Note'),
  },
  statuses: {
    unpaid: 'unpaid',
    'to ship': 'paid',
    'awaiting shipment': 'paid',
    shipped: 'shipped',
    completed: 'completed',
    canceled: 'closed',
    cancelled: 'closed',
    'belum dibayar': 'unpaid',
    'perlu dikirim': 'paid',
    dikirim: 'shipped',
    selesai: 'completed',
    dibatalkan: 'closed',
    'não pago': 'unpaid',
    enviado: 'shipped',
    concluído: 'completed',
    cancelado: 'closed',
  },
};
