import type { ErrorKind } from '../errors.js';
import { saveAsCsv, saveAsXlsx } from './remedies.js';

/** Workbooks and their sheets that cannot be read in full. */
export const workbookErrors = {
  'workbook-too-large': {
    exit: 3,
    what: { zh: '工作簿超过 {limit} MB', en: 'the workbook is larger than {limit} MB' },
    remedy: saveAsCsv,
  },
  'sheet-too-large': {
    exit: 3,
    what: { zh: '有工作表解压后超过 {limit} MB', en: 'a sheet unpacks to more than {limit} MB' },
    remedy: saveAsCsv,
  },
  'workbook-memory': {
    exit: 3,
    what: {
      zh: '读取时用尽了内存：文件可能已损坏、被做成耗尽内存的样子，或者表太大',
      en: 'reading it used up the memory: it is damaged, built to exhaust memory, or too large',
    },
    remedy: saveAsCsv,
  },
  'workbook-time': {
    exit: 3,
    what: {
      zh: '{seconds} 秒内没有读完：文件可能已损坏，或者表太大',
      en: 'not read within {seconds} seconds: it is damaged or too large',
    },
    remedy: saveAsCsv,
  },
  'workbook-damaged': {
    exit: 3,
    what: { zh: '工作簿已损坏，无法完整读出', en: 'the workbook is damaged and cannot be read in full' },
    remedy: saveAsXlsx,
  },
  'sheet-missing': {
    exit: 3,
    what: { zh: '工作表“{sheet}”无法读出', en: 'sheet "{sheet}" cannot be read' },
    remedy: saveAsXlsx,
  },
  'sheet-cells': {
    exit: 3,
    what: {
      zh: '工作表“{sheet}”有 {expected} 个单元格，只读出 {found} 个',
      en: 'sheet "{sheet}" has {expected} cells, {found} were read',
    },
    remedy: saveAsXlsx,
  },
  'sheet-string': {
    exit: 3,
    what: {
      zh: '工作表“{sheet}”的 {cell} 指向不存在的文字，文件已损坏',
      en: 'cell {cell} of sheet "{sheet}" points at a text that is not there: the file is damaged',
    },
    remedy: saveAsXlsx,
  },
  'sheet-address': {
    exit: 3,
    what: {
      zh: '工作表“{sheet}”的 {cell} 超出了表格的范围',
      en: 'cell {cell} of sheet "{sheet}" lies outside any sheet',
    },
    remedy: saveAsXlsx,
  },
} as const satisfies Record<string, ErrorKind>;
