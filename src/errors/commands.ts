import type { ErrorKind } from '../errors.js';

/** What single commands cannot do with what they were given. */
export const commandErrors = {
  'convert-format': {
    exit: 2,
    what: { zh: '没有说写成哪种格式', en: 'it is not said which format to write' },
    remedy: {
      zh: '用 -o 写文件名，扩展名决定格式（{formats}），例如 -o orders.parquet；写到标准输出用 --format csv',
      en: 'name a file with -o, its ending picks the format ({formats}), e.g. -o orders.parquet; for standard output --format csv',
    },
  },
} as const satisfies Record<string, ErrorKind>;
