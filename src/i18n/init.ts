import type { Words } from './words.js';

/** What `crm init` says. */
export const initText = {
  known: {
    zh: '已认得这个文件：{title}（{id}）。不用写配置，直接分析：',
    en: 'This file is known already: {title} ({id}). No config is needed; analyse it:',
  },
  written: { zh: '已写好 {file}，现在可以：', en: '{file} is written; now:' },
  columns: { zh: '{file}：表头第 {line} 行，共 {count} 列', en: '{file}: header on line {line}, {count} columns' },
  masked: {
    zh: '内容只显示样子（9 是数字，x 是字母，字 是汉字）；--show-values 显示原值',
    en: 'only the shape of the contents is shown (9 a digit, x a letter, 字 a Chinese character); --show-values shows them',
  },
  which: { zh: '哪一列是{field}？', en: 'Which column is the {field}?' },
  whichPlatform: { zh: '两个平台都认这个表头，是哪一个？', en: 'Two platforms claim this header; which is it?' },
  overwrite: { zh: '{file} 已经存在，要覆盖吗？', en: '{file} is there already; replace it?' },
  yes: { zh: '覆盖', en: 'replace it' },
  no: { zh: '不，保留', en: 'no, keep it' },
  none: { zh: '没有这一列', en: 'there is none' },
  placeholder: { zh: '列名', en: 'COLUMN' },
  head: {
    zh: '由 crm init 写成，按 {file} 的表头；# 后面是说明，可以随意修改。',
    en: 'Written by crm init from the header of {file}; what follows # explains. Change it as you like.',
  },
  mapHead: {
    zh: '字段 = 列名，或从 1 数的位置；没写的列按表头名称认',
    en: 'field = name of the column, or its position from 1; columns that are not here are found by their names',
  },
} as const satisfies Record<string, Words>;
