import { z } from 'zod/mini';
import { option } from '../option.js';
import { text } from '../values.js';

/** Where and how the answer is written. */
export const outputOptions = {
  output: option(text, {
    group: 'output',
    short: 'o',
    value: 'FILE',
    flagOnly: true,
    zh: '写到文件，扩展名决定格式；- 是标准输出',
    en: 'write to a file, its ending picks the format; - is stdout',
  }),
  format: option(text, {
    group: 'output',
    value: 'NAME',
    zh: '格式：table、json、csv',
    en: 'format: table, json, csv',
    expected: { zh: 'table、json 或 csv', en: 'table, json or csv' },
  }),
  table: option(text, {
    group: 'output',
    value: 'ID',
    zh: 'CSV 写哪张表（默认主表）',
    en: 'which table the CSV holds (default: the main one)',
  }),
  raw: option(z.boolean(), { group: 'output', zh: '机器格式不做公式防护', en: 'no formula guard in machine formats' }),
  bom: option(z.boolean(), {
    group: 'output',
    negatable: 'both',
    zh: 'CSV 加或不加 BOM（默认：文件加，管道不加）',
    en: 'CSV with or without BOM (default: files with, pipes without)',
  }),
  rejects: option(text, {
    group: 'output',
    value: 'FILE',
    flagOnly: true,
    zh: '把读不懂的行连同原因和原内容写到这里（.csv 或 .xlsx），改好后可以再读；含隐私，只有自己可读',
    en: 'write the rejected rows here (.csv or .xlsx), with the reason and their own cells, to be corrected and read again; private',
  }),
  showValues: option(z.boolean(), {
    group: 'output',
    zh: '问题清单里显示原值（可能含隐私）',
    en: 'show the values of bad cells (may be private)',
  }),
  ascii: option(z.boolean(), { group: 'output', zh: '只用 ASCII 画条形', en: 'draw bars in plain ASCII' }),
  color: option(z.enum(['always', 'never', 'auto']), {
    group: 'output',
    value: 'always|never|auto',
    zh: '颜色',
    en: 'colour',
    expected: { zh: 'always、never 或 auto', en: 'always, never or auto' },
  }),
} as const;
