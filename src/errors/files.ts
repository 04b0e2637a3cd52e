import type { ErrorKind } from '../errors.js';

/** Inputs that cannot be opened or read. */
export const fileErrors = {
  'file-missing': {
    exit: 3,
    what: { zh: '找不到这个文件', en: 'no such file' },
    remedy: { zh: '检查文件名和所在文件夹', en: 'check the name and the folder' },
  },
} as const satisfies Record<string, ErrorKind>;
