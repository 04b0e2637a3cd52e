import type { KnownColumn } from '../model/known-columns.js';
import type { Field } from './dialect.js';

/** The fields whose columns make one known. */
export const knownBy: Readonly<Record<KnownColumn, readonly Field[]>> = {
  order: ['order'],
  buyer: ['buyer'],
  account: ['account'],
  phone: ['phone'],
  created: ['created'],
  time: ['time'],
  'paid-by-status': [],
  status: ['status'],
  closeReason: ['closeReason', 'refundStatus'],
  refund: ['refund'],
  quantity: ['quantity'],
  product: ['title', 'product', 'productCode'],
  line: ['line'],
  'before-refunds': [],
  'refund-report': ['refundAmount'],
  'refund-days': ['refundTime'],
};
