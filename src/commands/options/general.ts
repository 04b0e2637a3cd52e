import { z } from 'zod/mini';
import { option } from '../option.js';
import { text } from '../values.js';

/** Options of every command. */
export const generalOptions = {
  lang: option(z.enum(['zh', 'en']), {
    group: 'general',
    value: 'zh|en',
    zh: '语言',
    en: 'language',
    expected: { zh: 'zh 或 en', en: 'zh or en' },
  }),
  config: option(text, {
    group: 'general',
    value: 'FILE',
    flagOnly: true,
    zh: '配置文件（默认找 crm.toml）',
    en: 'config file (default: crm.toml is looked for)',
  }),
  strict: option(z.boolean(), {
    group: 'general',
    zh: '有被拒绝的行就不输出，退出码 4',
    en: 'write nothing and end with 4 when rows were rejected',
  }),
  quiet: option(z.boolean(), {
    group: 'general',
    short: 'q',
    zh: '不显示进度和提示',
    en: 'no progress, no notes on stderr',
  }),
} as const;
