import type { ErrorKind } from '../errors.js';
import { exportAgain, saveAsXlsx } from './remedies.js';

/** Text files whose encoding, quoting or lines cannot be read. */
export const textErrors = {
  'zeros-from-line': {
    exit: 3,
    what: {
      zh: '从第 {line} 行起只有零字节，下载没有完成',
      en: 'from line {line} on there are only zero bytes: an unfinished download',
    },
    remedy: exportAgain,
  },
  'encoding-bytes': {
    exit: 3,
    what: {
      zh: '第 {line} 行（第 {offset} 字节处）的内容不是 {encoding} 编码',
      en: 'line {line} (byte {offset}) is not {encoding}',
    },
    remedy: {
      zh: '文件可能已损坏：重新导出，或用 --encoding 指明编码',
      en: 'the file may be damaged: export it again, or name the encoding with --encoding',
    },
  },
  'encoding-changes': {
    exit: 3,
    what: {
      zh: '编码在第 {line} 行变了：一部分是 UTF-8，一部分是 GBK',
      en: 'the file changes encoding at line {line}: one part is UTF-8, another is GBK',
    },
    remedy: {
      zh: '看来是几个导出拼成的：请分别给出原来的文件',
      en: 'it seems to be several exports joined together: give the original files instead',
    },
  },
  'encoding-utf16': {
    exit: 3,
    what: {
      zh: '看起来是没有标记的 UTF-16，但分不清字节顺序',
      en: 'looks like UTF-16 without mark, and its byte order is unclear',
    },
    remedy: {
      zh: '用 --encoding utf-16le 或 --encoding utf-16be 指明',
      en: 'use --encoding utf-16le or --encoding utf-16be',
    },
  },
  'record-too-long': {
    exit: 3,
    what: { zh: '第 {line} 行的记录超过 1 MB', en: 'the record at line {line} is longer than 1 MB' },
    remedy: exportAgain,
  },
  'too-many-columns': {
    exit: 3,
    what: { zh: '第 {line} 行超过 {limit} 列', en: 'line {line} has more than {limit} columns' },
    remedy: {
      zh: '这不像订单表；检查文件，或用 --delimiter 指明分隔符',
      en: 'this is hardly an order table: check the file, or name the delimiter with --delimiter',
    },
  },
  'quotes-broken': {
    exit: 3,
    what: { zh: '到第 {line} 行已有 {count} 处引号没有闭合', en: '{count} quotes up to line {line} are never closed' },
    remedy: {
      zh: '文件的引号写法有问题：重新导出，或另存为 .xlsx',
      en: 'the quoting of the file is broken: export it again, or save it as .xlsx',
    },
  },
  'encoding-page': {
    exit: 3,
    what: { zh: '网页的编码既不是 UTF-8 也不是 GBK', en: 'the page is neither UTF-8 nor GBK' },
    remedy: saveAsXlsx,
  },
} as const satisfies Record<string, ErrorKind>;
