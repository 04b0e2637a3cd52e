import type { Words } from './words.js';

/** Labels of the parts of a definition. */
export const explainLabels = {
  formula: { zh: '公式', en: 'Formula' },
  window: { zh: '统计期', en: 'Window' },
  young: { zh: '新客', en: 'Too new ' },
  empty: { zh: '（空）', en: '(empty)' },
  blank: { zh: '没有填', en: 'blank' },
  unreadable: { zh: '看不懂', en: 'not understood' },
  source: { zh: '出处', en: 'Source' },
} as const satisfies Record<string, Words>;
