import type { ErrorKind } from '../errors.js';

/** Files whose bytes are not a table that can be read. */
export const contentErrors = {
  'file-empty': {
    exit: 3,
    what: { zh: '文件是空的（0 字节）', en: 'the file is empty (0 bytes)' },
    remedy: { zh: '重新导出一次', en: 'export it again' },
  },
} as const satisfies Record<string, ErrorKind>;
