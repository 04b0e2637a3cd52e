import type { Words } from './words.js';

/** What `crm platforms FILE` says. */
export const platformsText = {
  sheet: { zh: '工作表「{sheet}」', en: 'sheet "{sheet}"' },
  taken: { zh: '读作 {id}（{title}），表头在第 {line} 行', en: 'read as {id} ({title}), header on line {line}' },
  refused: { zh: '不读：{reason}', en: 'not read: {reason}' },
  unused: { zh: '没用到的列：{headers}', en: 'columns not used: {headers}' },
  not: { zh: '不是 {id}（{title}）：{reason}', en: 'not {id} ({title}): {reason}' },
  lacks: { zh: '没有 {names}', en: 'lacks {names}' },
  foreign: { zh: '有别处才有的列 {names}', en: 'has columns of another table: {names}' },
  claims: { zh: '也说得通，用 --platform 指定', en: 'it could be; choose with --platform' },
} as const satisfies Record<string, Words>;
