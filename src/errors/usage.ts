import type { ErrorKind } from '../errors.js';

/** Commands and options that were typed wrong. */
export const usageErrors = {
  usage: {
    exit: 2,
    what: { zh: '{problem}', en: '{problem}' },
    remedy: { zh: '用 crm --help 查看用法', en: 'see crm --help' },
  },
} as const satisfies Record<string, ErrorKind>;
