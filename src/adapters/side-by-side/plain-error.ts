import { CrmError, type ErrorCode } from '../../errors.js';
import type { Params } from '../../i18n/words.js';

/** A refusal as plain data. */
export interface PlainError {
  readonly code: ErrorCode;
  readonly where: string;
  readonly params: Params;
  readonly details: readonly string[];
  readonly commands: readonly string[];
  /** What the cause said, for bug reports; null without one. */
  readonly cause: string | null;
}

export function plainError({ code, where, params, details, commands, cause }: CrmError): PlainError {
  const said = cause === undefined ? null : cause instanceof Error ? cause.message : String(cause);
  return { code, where, params, details, commands, cause: said };
}

/** The refusal that was made plain. */
export function refusalOf({ code, where, params, details, commands, cause }: PlainError): CrmError {
  return new CrmError(code, where, params, {
    details,
    commands,
    ...(cause === null ? {} : { cause: new Error(cause) }),
  });
}
