import { archiveErrors } from './errors/archives.js';
import { commandErrors } from './errors/commands.js';
import { contentErrors } from './errors/content.js';
import { fileErrors } from './errors/files.js';
import { listErrors } from './errors/lists.js';
import { orderErrors } from './errors/orders.js';
import { outputErrors } from './errors/output.js';
import { parquetErrors } from './errors/parquet.js';
import { passwordErrors } from './errors/passwords.js';
import { tableErrors } from './errors/tables.js';
import { textErrors } from './errors/texts.js';
import { usageErrors } from './errors/usage.js';
import { workbookErrors } from './errors/workbooks.js';
import type { Params, Words } from './i18n/words.js';

/**
 * A refusal: exit status, what was found and expected, what to do next. `{place}` names are filled from the params.
 * The block people see is `错误 {where}: {what}`, then details, then the remedy.
 */
export interface ErrorKind {
  readonly exit: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly what: Words;
  readonly remedy: Words;
}

/** Every refusal of the program, by code. */
export const errorKinds = {
  ...fileErrors,
  ...contentErrors,
  ...textErrors,
  ...workbookErrors,
  ...parquetErrors,
  ...archiveErrors,
  ...passwordErrors,
  ...tableErrors,
  ...orderErrors,
  ...listErrors,
  ...usageErrors,
  ...commandErrors,
  ...outputErrors,
} as const;
export type ErrorCode = keyof typeof errorKinds;

/** A wrong file, flag or target. Shown as a message without a stack; anything else that is thrown is a bug. */
export class CrmError extends Error {
  /** What is wrong, e.g. a file name; '' when nothing can be named. Hostile text: sanitised where it is shown. */
  readonly where: string;
  readonly params: Params;
  /** Lines of evidence shown between what and remedy (a header row, near names); hostile text too. */
  readonly details: readonly string[];
  /** Commands to copy, after the remedy, as typed. */
  readonly commands: readonly string[];

  constructor(
    readonly code: ErrorCode,
    where: string,
    params: Params = {},
    more: { details?: readonly string[]; commands?: readonly string[]; cause?: unknown } = {},
  ) {
    super(`${code}: ${where}`, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = 'CrmError';
    this.where = where;
    this.params = params;
    this.details = more.details ?? [];
    this.commands = more.commands ?? [];
  }

  get exit(): ErrorKind['exit'] {
    return errorKinds[this.code].exit;
  }
}
