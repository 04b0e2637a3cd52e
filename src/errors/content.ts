import type { ErrorKind } from '../errors.js';

const exportAgain = { zh: '请重新导出或重新下载这个文件', en: 'export or download the file again' };
const saveAsXlsx = {
  zh: '用 Excel 或 WPS 打开，另存为 .xlsx 或 CSV 再试',
  en: 'open it in Excel or WPS and save it as .xlsx or CSV',
};
const saveAsCsv = {
  zh: '用 Excel 或 WPS 打开，另存为“CSV UTF-8”再试',
  en: 'open it in Excel or WPS and save it as "CSV UTF-8"',
};

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
  'zeros-from-line': {
    exit: 3,
    what: {
      zh: '从第 {line} 行起只有零字节，下载没有完成',
      en: 'from line {line} on there are only zero bytes: an unfinished download',
    },
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
  'parquet-too-large': {
    exit: 3,
    what: { zh: 'Parquet 文件超过 {limit} MB', en: 'the Parquet file is larger than {limit} MB' },
    remedy: { zh: '分成几个文件，或导出成 CSV', en: 'split it, or export it as CSV' },
  },
  'parquet-packing': {
    exit: 3,
    what: {
      zh: '这个 Parquet 文件用 {packing} 压缩，读不了',
      en: 'the Parquet file is packed with {packing}, which is not read',
    },
    remedy: {
      zh: '导出时改用 Snappy 压缩（DuckDB 和 pandas 的默认值），或不压缩',
      en: 'export it with Snappy (the default of DuckDB and pandas) or without packing',
    },
  },
  'parquet-damaged': {
    exit: 3,
    what: { zh: 'Parquet 文件已损坏，无法完整读出', en: 'the Parquet file is damaged and cannot be read in full' },
    remedy: { zh: '重新导出或重新下载', en: 'export or download it again' },
  },
  'parquet-memory': {
    exit: 3,
    what: {
      zh: '读取时用尽了内存：文件可能已损坏、被做成耗尽内存的样子，或者太大',
      en: 'reading it used up the memory: it is damaged, built to exhaust memory, or too large',
    },
    remedy: { zh: '分成几个文件，或导出成 CSV', en: 'split it, or export it as CSV' },
  },
  'parquet-time': {
    exit: 3,
    what: {
      zh: '{seconds} 秒内没有读完：文件可能已损坏，或者太大',
      en: 'not read within {seconds} seconds: it is damaged or too large',
    },
    remedy: { zh: '分成几个文件，或导出成 CSV', en: 'split it, or export it as CSV' },
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
