import type { ErrorKind } from '../errors.js';

/** Files that options name beside the orders: lists of names and numbers, and where rejected rows go. */
export const listErrors = {
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
  'rejects-ending': {
    exit: 2,
    what: { zh: '--rejects 的文件应以 .csv 或 .xlsx 结尾', en: 'a file for --rejects must end in .csv or .xlsx' },
    remedy: { zh: '改一个名字，如 --rejects 读不懂.xlsx', en: 'name it so: --rejects rejects.xlsx' },
  },
  'rejects-is-output': {
    exit: 2,
    what: { zh: '--rejects 和 -o 是同一个文件', en: '--rejects and -o are the same file' },
    remedy: { zh: '换一个名字', en: 'give one of them another name' },
  },
  'list-not-file': {
    exit: 2,
    what: { zh: '这里要写一个文件，不是文件夹、通配符或 -', en: 'this must be one file, not a folder, a pattern or -' },
    remedy: { zh: '写出名单文件的路径', en: 'name the list file' },
  },
} as const satisfies Record<string, ErrorKind>;
