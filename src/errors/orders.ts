import type { ErrorKind } from '../errors.js';

/** Inputs that cannot be put together to orders. */
export const orderErrors = {
  'no-such-sheet': {
    exit: 2,
    what: { zh: '没有工作表“{sheet}”；有：{sheets}', en: 'there is no sheet {sheet}; there are: {sheets}' },
    remedy: {
      zh: '--sheet 用工作表的名字，或它的序号（从 1 数起）',
      en: 'give --sheet a name, or a number counted from 1',
    },
  },
} as const satisfies Record<string, ErrorKind>;
