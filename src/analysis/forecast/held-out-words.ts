import type { Words } from '../../i18n/words.js';

/** Which days a back-test is about. */
export const heldOutDays: Words = {
  zh: '留出的 H 天：截断日的次日到截止日；之前的全部历史用来拟合。',
  en: 'the H days held out, from the day after the cut to the as-of day; fitted on the whole history before.',
};
