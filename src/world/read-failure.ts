import { CrmError, type ErrorCode } from '../errors.js';

const codes: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'file-missing',
  ENOTDIR: 'file-missing',
  ENAMETOOLONG: 'file-missing',
  ERR_INVALID_ARG_VALUE: 'file-missing',
  ELOOP: 'file-broken-link',
  EACCES: 'file-no-permission',
  EPERM: 'file-no-permission',
  EBUSY: 'file-in-use',
  ENXIO: 'file-special',
};

/** A failed system call on an input as a refusal people can act on; what is not a failed call stays what it is. */
export function readFailure(where: string, error: unknown): unknown {
  const code = systemCode(error);
  if (code === null || error instanceof CrmError) return error;
  return new CrmError(codes[code] ?? 'file-read-failed', where, { reason: code }, { cause: error });
}

/** The system's own name of what went wrong (ENOENT, EIO …), null for other errors. */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
