import type { Dialect } from '../dialect.js';
import { count, id, money, oneOf, sum, text, time } from '../fields.js';

/**
 * The orders file of Etsy shops (EtsySoldOrders), one row per order. What the shop gets is order value − discounts +
 * shipping; `Order Total` holds taxes besides that Etsy collects and that `Sales Tax` does not show, so it only serves to
 * find refunds: `Adjusted Order Total` is what refunds left of it, 0 where nothing was adjusted (a refund of the whole
 * order is known only from the status). Guests have no `Buyer User ID` and are no customers. Days are American
 * (`09/03/26` is 3 September), also in files saved again with TABs. Source: genuine header rows and exports.
 */
export const etsyOrders: Dialect = {
  id: 'etsy-orders',
  title: { zh: 'Etsy 订单文件（Sold Orders）', en: 'Etsy orders file (Sold Orders)' },
  platform: 'etsy',
  marks: [['Order ID'], ['Sale Date'], ['Order Value'], ['Number of Items', 'Buyer User ID', 'Adjusted Order Total']],
  not: ['Transaction ID', 'Listing ID', 'Item Name'],
  grain: 'order',
  paidFrom: 'parts',
  refundFrom: 'adjusted-total',
  refund: 'paid-is-gross',
  slashes: 'month-first',
  clock: '',
  currency: 'USD',
  fields: {
    order: id('Order ID'),
    buyer: text('Buyer User ID'),
    receiver: text('Full Name'),
    address: text('Street 1'),
    province: text('Ship State', 'Delivery State'),
    city: text('Ship City', 'Delivery City'),
    created: time('Sale Date'),
    shipped: time('Date Shipped', 'Date Posted'),
    total: money('Order Total'),
    goods: money('Order Value'),
    postage: money('Shipping', 'Delivery'),
    discount: sum('Discount Amount', 'Shipping Discount', 'Delivery Discount'),
    refund: money('Adjusted Order Total'),
    received: money('Order Net'),
    quantity: count('Number of Items'),
    productCode: text('SKU'),
    status: oneOf({}, 'Status'),
    currency: text('Currency'),
  },
  statuses: { paid: 'paid', completed: 'completed', shipped: 'shipped', refunded: 'refunded', canceled: 'closed' },
};
