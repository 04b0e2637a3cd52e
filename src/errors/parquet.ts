import type { ErrorKind } from '../errors.js';

const splitIt = { zh: '分成几个文件，或导出成 CSV', en: 'split it, or export it as CSV' };

/** Parquet files that cannot be read in full. */
export const parquetErrors = {
  'parquet-too-large': {
    exit: 3,
    what: { zh: 'Parquet 文件超过 {limit} MB', en: 'the Parquet file is larger than {limit} MB' },
    remedy: splitIt,
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
    remedy: splitIt,
  },
  'parquet-time': {
    exit: 3,
    what: {
      zh: '{seconds} 秒内没有读完：文件可能已损坏，或者太大',
      en: 'not read within {seconds} seconds: it is damaged or too large',
    },
    remedy: splitIt,
  },
} as const satisfies Record<string, ErrorKind>;
