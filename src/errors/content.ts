import type { ErrorKind } from '../errors.js';
import { exportAgain, saveAsXlsx } from './remedies.js';

/** Files whose bytes are not a table that can be read. */
export const contentErrors = {
  'file-empty': {
    exit: 3,
    what: { zh: '文件是空的（0 字节）', en: 'the file is empty (0 bytes)' },
    remedy: exportAgain,
  },
  'file-blank': {
    exit: 3,
    what: { zh: '文件里没有表头行，只有空白', en: 'the file has no header row, only blanks' },
    remedy: exportAgain,
  },
  'file-zeros': {
    exit: 3,
    what: { zh: '文件里只有零字节，是一次失败的下载', en: 'the file contains only zero bytes: a failed download' },
    remedy: exportAgain,
  },
  'not-a-table': {
    exit: 3,
    what: { zh: '这是 {kind} 文件，不是表格', en: 'this is a {kind} file, not a table' },
    remedy: {
      zh: '需要 CSV、文本、xls、xlsx、xlsb 或 ods 表格',
      en: 'a table is expected: CSV, text, xls, xlsx, xlsb or ods',
    },
  },
  'format-not-read': {
    exit: 3,
    what: { zh: '这是 {kind} 文件，暂不支持直接读取', en: 'this is a {kind} file, which is not read' },
    remedy: saveAsXlsx,
  },
  'archive-not-read': {
    exit: 3,
    what: { zh: '这是 {kind} 压缩包，不是表格', en: 'this is a {kind} archive, not a table' },
    remedy: { zh: '先解压，再分析里面的表格', en: 'unpack it first, then give the tables inside' },
  },
  'web-page': {
    exit: 3,
    what: { zh: '这是一个网页，里面没有表格', en: 'this is a web page without a table' },
    remedy: {
      zh: '可能登录已过期：重新登录后再导出一次',
      en: 'the login may have expired (log in again?): then export once more',
    },
  },
  'ole-unknown': {
    exit: 3,
    what: {
      zh: '这是旧版 Office 文件，但里面没有工作表（可能是 Word 或 PowerPoint）',
      en: 'this is an old Office file without a workbook in it (Word or PowerPoint?)',
    },
    remedy: saveAsXlsx,
  },
} as const satisfies Record<string, ErrorKind>;
