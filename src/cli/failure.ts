import { CrmError } from '../errors.js';
import { errorBlock } from '../reporters/messages.js';
import type { Terminal } from '../world/terminal.js';
import { isFlagOf } from './arguments.js';
import type { Asked } from './asked.js';

/** A refusal as it is written on standard error. */
export function failureText(error: CrmError, asked: Asked, terminal: Terminal): string {
  return `${errorBlock(meant(error, asked), asked.lang, terminal)}\n`;
}

/** A flag behind `--` was taken for a file: say that rather than that the file is missing. */
export function meant(error: CrmError, asked: Asked): CrmError {
  if (error.code !== 'file-missing' || asked.kind !== 'command' || !isFlagOf(asked.command, error.where)) return error;
  return new CrmError('flag-among-files', error.where, {}, { cause: error });
}
