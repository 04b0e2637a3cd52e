import type { ErrorKind } from '../errors.js';

const exportAgain = { zh: '请重新导出或重新下载这个文件', en: 'export or download the file again' };
const unpackFirst = {
  zh: '先解压，再分析里面的表格',
  en: 'unpack it first, then give the tables inside',
};
const builtByHand = {
  zh: '这不像表格或压缩软件存出的文件；请从来源重新导出',
  en: 'no spreadsheet or archive program writes such a file: export it again from its source',
};

/** Archives, workbooks of the xlsx family among them. */
export const archiveErrors = {
  'zip-cut-off': {
    exit: 3,
    what: { zh: '文件不完整（末尾没有 ZIP 目录）', en: 'the file is cut off (no ZIP directory)' },
    remedy: exportAgain,
  },
  'zip-damaged': {
    exit: 3,
    what: { zh: '文件已损坏（{part} 校验不符）', en: 'the file is damaged (checksum of {part})' },
    remedy: exportAgain,
  },
  'zip-directory': {
    exit: 3,
    what: { zh: '文件已损坏（ZIP 目录不完整）', en: 'the file is damaged (its ZIP directory is incomplete)' },
    remedy: exportAgain,
  },
  'zip-entries': {
    exit: 3,
    what: {
      zh: '压缩包里有 {count} 个文件，超过上限 {limit}',
      en: 'the archive lists {count} files, more than {limit}',
    },
    remedy: builtByHand,
  },
  'zip-too-large': {
    exit: 3,
    what: { zh: '解压后超过 {limit} GB', en: 'it unpacks to more than {limit} GB' },
    remedy: builtByHand,
  },
  'zip-ratio': {
    exit: 3,
    what: { zh: '{part} 解压后超过原来的 {limit} 倍', en: '{part} unpacks to more than {limit} times its size' },
    remedy: builtByHand,
  },
  'zip-overlap': {
    exit: 3,
    what: { zh: '压缩包里的文件互相重叠（{part}）', en: 'files inside the archive overlap ({part})' },
    remedy: builtByHand,
  },
  'zip-duplicate': {
    exit: 3,
    what: { zh: '压缩包里有重名的文件（{part}）', en: 'the archive holds a file twice ({part})' },
    remedy: builtByHand,
  },
  'zip-name': {
    exit: 3,
    what: { zh: '压缩包里有不安全的文件名（{part}）', en: 'the archive holds an unsafe file name ({part})' },
    remedy: builtByHand,
  },
  'zip-doctype': {
    exit: 3,
    what: { zh: '{part} 含有 DOCTYPE', en: '{part} contains a DOCTYPE' },
    remedy: builtByHand,
  },
  'zip-method': {
    exit: 3,
    what: {
      zh: '{part} 用了不支持的压缩方式（{method}）',
      en: '{part} is packed in a way that is not supported (method {method})',
    },
    remedy: unpackFirst,
  },
  'zip-link': {
    exit: 3,
    what: { zh: '{part} 是一个链接，不是文件', en: '{part} is a link, not a file' },
    remedy: { zh: '把它指向的文件打进压缩包', en: 'put the file it points to into the archive' },
  },
  'zip-depth': {
    exit: 3,
    what: {
      zh: '压缩包套了超过 {limit} 层',
      en: 'archives are nested in it more than {limit} deep',
    },
    remedy: unpackFirst,
  },
  'zip-without-tables': {
    exit: 3,
    what: {
      zh: '压缩包里没有可以读取的表格（共 {files} 个文件）',
      en: 'the archive holds no table that can be read ({files} files in it)',
    },
    remedy: {
      zh: '可以读取的文件: {endings}',
      en: 'files that can be read: {endings}',
    },
  },
  'zip-workbook-too-large': {
    exit: 3,
    what: {
      zh: '压缩包里的这个工作簿超过 {limit} MB',
      en: 'this workbook inside an archive is larger than {limit} MB',
    },
    remedy: unpackFirst,
  },
} as const satisfies Record<string, ErrorKind>;
