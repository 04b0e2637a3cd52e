import type { IssueWords } from '../issues.js';

export const readingIssues = {
  'nul-bytes': {
    problem: { zh: '这一行含有零字节，内容已损坏', en: 'the row holds zero bytes: it is damaged' },
    expected: { zh: '应只有文字', en: 'text only' },
    advice: { zh: '重新导出或重新下载', en: 'export or download it again' },
  },
  'unclosed-quote': {
    problem: { zh: '这一行打开的引号没有闭合', en: 'a quote opened on this line is never closed' },
    expected: { zh: '成对的引号', en: 'quotes in pairs' },
    advice: { zh: '在这一行补上或删去一个引号', en: 'add or remove a quote on this line' },
  },
  'record-too-long': {
    problem: { zh: '这一行超过 1 MB', en: 'the row is longer than 1 MB' },
    expected: { zh: '一行是一个订单', en: 'one order a row' },
    advice: { zh: '检查这一行的引号', en: 'check the quotes of this line' },
  },
  'bad-encoding': {
    problem: { zh: '这一行的文字编码与文件不符', en: 'the row is in another encoding than the file' },
    expected: { zh: '整个文件一种编码', en: 'one encoding for the whole file' },
    advice: { zh: '重新导出，不要拼接文件', en: 'export it again and do not join files' },
  },
  'cut-off': {
    problem: { zh: '文件在这一行断了', en: 'the file seems cut off at this line' },
    expected: { zh: '完整的最后一行', en: 'a complete last row' },
    advice: { zh: '重新导出或重新下载', en: 'export or download it again' },
  },
  'bad-json': {
    problem: { zh: '这一行不是一个完整的 JSON 对象', en: 'the line is not one whole JSON object' },
    expected: { zh: '一行一个 JSON 对象', en: 'one JSON object a line' },
    advice: { zh: '重新导出这个文件', en: 'export the file again' },
  },
  'late-key': {
    problem: { zh: '这一行多出一个前面没有的字段', en: 'the line has a key that the lines before it lack' },
    expected: { zh: '每一行的字段都相同', en: 'the same keys on every line' },
    advice: {
      zh: '让每一行都写全所有字段，没有值就写 null',
      en: 'write all keys on every line, null where there is no value',
    },
  },
} as const satisfies Record<string, IssueWords>;
