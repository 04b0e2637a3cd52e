import type { ErrorKind } from '../errors.js';

/** Inputs that cannot be put together to orders. */
export const orderErrors = {
  'no-such-sheet': {
    exit: 2,
    what: { zh: '没有工作表“{sheet}”；有：{sheets}', en: 'there is no sheet {sheet}; there are: {sheets}' },
    remedy: {
      zh: '--sheet 用工作表的名字，或它的序号（从 1 数起）',
      en: 'give --sheet a name, or a number counted from 1',
    },
  },
  'list-not-text': {
    exit: 3,
    what: { zh: '名单应是文本文件（CSV、TSV 或 TXT）', en: 'a list must be a text file (CSV, TSV or TXT)' },
    remedy: { zh: '在表格软件里另存为 CSV 再用', en: 'save it as CSV and use that' },
  },
  'list-too-large': {
    exit: 3,
    what: { zh: '名单超过 64 MB，不像一份名单', en: 'more than 64 MB: this does not look like a list' },
    remedy: { zh: '检查是否给错了文件', en: 'check whether it is the right file' },
  },
  'alias-alone': {
    exit: 3,
    what: { zh: '第 {line} 行只有一个名字', en: 'line {line} has one name only' },
    remedy: {
      zh: '每行写同一位买家的两个或更多名字，用逗号或制表符分开；# 开头是注释',
      en: 'write two or more names of one customer on a line, with commas or tabs between; # begins a comment',
    },
  },
  'alias-quotes': {
    exit: 3,
    what: { zh: '第 {line} 行的引号不成对', en: 'the quotes of line {line} do not pair' },
    remedy: { zh: '补上或删去一个引号', en: 'add or remove a quote' },
  },
  'exclude-line': {
    exit: 3,
    what: { zh: '第 {line} 行不是一个订单号', en: 'line {line} is not one order number' },
    remedy: {
      zh: '每行写一个订单号，或“买家:名字”；# 开头是注释',
      en: 'write one order number a line, or buyer:NAME; # begins a comment',
    },
  },
  'exclude-damaged': {
    exit: 3,
    what: {
      zh: '第 {line} 行的订单号被表格软件改成了科学计数法，丢了末尾的数字',
      en: 'the order number on line {line} was turned into scientific notation and lost its last digits',
    },
    remedy: {
      zh: '从平台重新复制订单号，按文本保存',
      en: 'copy the numbers from the platform again and save them as text',
    },
  },
} as const satisfies Record<string, ErrorKind>;
