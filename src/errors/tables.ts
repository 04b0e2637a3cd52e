import type { ErrorKind } from '../errors.js';

/** Tables that are not orders, or whose columns cannot be told apart. */
export const tableErrors = {
  'not-orders': {
    exit: 3,
    what: { zh: '这不是订单表：{reason}', en: 'this is not an order table: {reason}' },
    remedy: { zh: '用 --map 指明列', en: 'name the columns with --map' },
  },
} as const satisfies Record<string, ErrorKind>;
