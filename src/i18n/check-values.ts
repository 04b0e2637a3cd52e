import type { Words } from './words.js';

/** Keys that stand in the tables of `crm check`. */
export const checkValues = {
  // Rules that take orders out.
  'exclusions.orders': { zh: '订单号名单', en: 'order numbers' },
  'exclusions.buyers': { zh: '买家名单', en: 'buyers' },
  'exclusions.memo': { zh: '备注含', en: 'memo has' },

  // How sure the customers are.
  'identity.withoutBuyer': { zh: '认不出买家的订单', en: 'orders without a usable buyer' },
  'identity.maskedBuyer': { zh: '其中买家被打码或加密', en: 'of these masked or encrypted' },
  'identity.maskedNames': { zh: '打码昵称撞名（不当作一人）', en: 'masked names that collide' },
  'identity.perhapsTheSame': { zh: '可能是同一人，分开算', en: 'perhaps the same, kept apart' },
  'identity.guessed': { zh: '用打码信息猜的买家', en: 'customers guessed from masks' },
  'identity.refusedGroup': { zh: '共用电话太多，没有合并', en: 'too many share a phone, not joined' },

  // Duplicate rows.
  wholeFile: { zh: '整个文件相同', en: 'the whole file' },
  sameSheet: { zh: '同一张表里', en: 'in the same sheet' },
  otherSheet: { zh: '同一文件的另一张表', en: 'in another sheet' },
  otherFile: { zh: '另一个文件', en: 'in another file' },
  identical: { zh: '内容一样', en: 'it says the same' },
  'later-time': { zh: '它的时间更晚', en: 'its times are later' },
  'later-stage': { zh: '它的状态更靠后', en: 'the order has come further' },
  'larger-refund': { zh: '它的退款更多', en: 'more was refunded' },
  'more-filled': { zh: '它填得更全', en: 'it is more complete' },
  tie: { zh: '分不出新旧，按固定规则取一条', en: 'nothing tells; a fixed rule' },
  'told-elsewhere': { zh: '商品行在别处说得更细', en: 'told better by product rows' },
} as const satisfies Record<string, Words>;
