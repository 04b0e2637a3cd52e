import type { Words } from './words.js';

/** What `crm demo` says. */
export const demoText = {
  saved: { zh: '已把 {orders} 个编造的订单存到 {file}', en: '{orders} invented orders saved to {file}' },
  ownShop: { zh: '看自己的店铺', en: 'Your own shop' },
} as const satisfies Record<string, Words>;
