import type { Words } from '../../i18n/words.js';

/** What days and durations must look like, for refusals. */
export const dayText = { zh: '日期，如 2025-08-31', en: 'a day such as 2025-08-31' } satisfies Words;
export const durationText = {
  zh: '天数，如 90、90d、12w、6m（每月 30 天）、1y（365 天）',
  en: 'a duration: 90, 90d, 12w, 6m (30 days each), 1y (365 days)',
} satisfies Words;
export const shareText = { zh: '比例，如 30% 或 0.3', en: 'a share such as 30% or 0.3' } satisfies Words;
