import type { ErrorKind } from '../errors.js';

/** Outputs that cannot be written; the old file is untouched. */
export const outputErrors = {
  'output-failed': {
    exit: 6,
    what: { zh: '无法写入：{reason}', en: 'cannot be written: {reason}' },
    remedy: {
      zh: '换一个位置，或检查权限与磁盘空间；原文件没有改动',
      en: 'choose another place, or check permissions and free space; the old file is untouched',
    },
  },
} as const satisfies Record<string, ErrorKind>;
