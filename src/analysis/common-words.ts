import type { Words } from '../i18n/words.js';

/** Parts of definitions that many numbers share, so that they are said in the same words everywhere. */

export const ownDefinition: Words = { zh: '自有定义', en: 'own definition' };

export const inWindow: Words = {
  zh: '统计期内发生的（--month 或 --from/--to，首尾两天都算）；没有给统计期时，从第一笔有效订单到截止日。',
  en: 'what happened in the window (--month or --from/--to, both ends included); without one, from the first valid order to the as-of day.',
};

export const wholeHistory: Words = {
  zh: '从第一笔有效订单到截止日的全部历史，不受 --month、--from/--to 限制。',
  en: 'the whole history, from the first valid order to the as-of day; --month and --from/--to do not bound it.',
};

export const nobodyTooYoung: Words = {
  zh: '不涉及：只看已经发生的事，不判断谁以后会不会再来。',
  en: 'does not arise: it counts what has happened and judges nobody on the future.',
};

export const wilsonInterval: Words = {
  zh: '区间：95 % Wilson 区间（每位买家只计一次）。',
  en: 'Interval: Wilson 95 % (each customer is counted once).',
};
