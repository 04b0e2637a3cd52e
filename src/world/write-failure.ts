import { dirname } from 'node:path';
import { CrmError, type ErrorCode } from '../errors.js';
import { systemCode } from './read-failure.js';

const codes: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'output-no-space',
  EDQUOT: 'output-no-space',
  EROFS: 'output-read-only-disk',
  EACCES: 'output-no-permission',
  EPERM: 'output-no-permission',
  ENOENT: 'output-folder-missing',
  ENOTDIR: 'output-folder-missing',
  ENAMETOOLONG: 'output-name-too-long',
  EISDIR: 'output-is-folder',
  ELOOP: 'output-broken-link',
  EBUSY: 'output-in-use',
};

/** A failed system call on an output as a refusal people can act on; what is not a failed call stays what it is. */
export function writeFailure(target: string, error: unknown): unknown {
  const code = systemCode(error);
  if (code === null || error instanceof CrmError) return error;
  const params = { reason: code, folder: dirname(target), example: `${target.replace(/[/\\]+$/, '')}/report.xlsx` };
  return new CrmError(codes[code] ?? 'output-failed', target, params, { cause: error });
}

/** Makes a call on an output; its failure is a refusal that names the target. */
export async function onTarget<Result>(target: string, call: () => Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    throw writeFailure(target, error);
  }
}
