import type { Dialect } from '../dialect.js';
import { count, id, money, text, time } from '../fields.js';

/**
 * The orders report of eBay sellers with English headers. An order of several items has a row with its totals and no
 * item, then a row for each item without totals; these may leave the order number blank. There is no status: an order
 * without `Paid On Date` is unpaid. `Total Price` is what the buyer paid; there is no refund. Amounts carry their
 * currency (`$90.00`, `AU $3,000.00`, `EUR 90,00`), dates the month as a word. A blank or comma-only first line and the
 * footer (`2 record(s) downloaded`) are passed over. Source: copies of genuine reports.
 */
export const ebay: Dialect = {
  id: 'ebay',
  title: { zh: 'eBay 订单报告', en: 'eBay orders report' },
  platform: 'ebay',
  marks: [['Sales Record Number'], ['Order Number'], ['Buyer Username', 'Item Number', 'Sold For', 'Total Price']],
  not: ['Listing ID', 'Order Total Amount'],
  grain: 'product',
  continues: true,
  refund: 'none',
  clock: '',
  currency: 'USD',
  currencyVaries: true,
  fields: {
    order: id('Order Number', 'Bestellnummer', 'Numéro de commande'),
    line: id('Transaction ID'),
    buyer: text('Buyer Username'),
    account: text('Buyer Email'),
    phone: text('Ship To Phone', 'Post To Phone'),
    receiver: text('Ship To Name', 'Post To Name', 'Buyer Name'),
    address: text('Ship To Address 1', 'Post To Address 1', 'Buyer Address 1'),
    province: text('Ship To State', 'Post To County', 'Buyer State'),
    city: text('Ship To City', 'Post To City', 'Buyer City'),
    created: time('Sale Date', 'Verkauft am', 'Date de vente'),
    time: time('Paid On Date', 'Zahlungsdatum'),
    shipped: time('Shipped On Date', 'Posted On Date', 'Dispatched On Date'),
    postage: money('Shipping And Handling', 'Postage And Handling', 'Postage And Packaging'),
    paid: money('Total Price'),
    quantity: count('Quantity'),
    title: text('Item Title'),
    sku: text('Variation Details'),
    productCode: text('Custom Label'),
    product: text('Item Number'),
    price: money('Sold For'),
    memo: text('Buyer Note'),
  },
  statuses: {},
};
