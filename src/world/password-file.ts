import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CrmError } from '../errors.js';
import { systemCode } from './read-failure.js';

/** More passwords are a list for guessing, not the few that some files need. */
const MOST_LINES = 100;
const MOST_BYTES = 64 * 1024;

/**
 * The passwords in a file, one a line, as they stand there, blanks at their ends too; empty lines are none. UTF-8, or
 * UTF-16 with its mark, as PowerShell writes it.
 */
export async function passwordsIn(path: string, cwd: string): Promise<readonly string[]> {
  const location = resolve(cwd, path);
  const bytes = await bytesOf(location).catch((error: unknown) => {
    if (error instanceof CrmError) throw error;
    const reason = systemCode(error);
    if (reason === null) throw error;
    throw new CrmError('password-file-unreadable', path, { reason }, { cause: error });
  });
  const lines = bytes === null ? null : textOf(bytes).split(/\r\n|\r|\n/);
  const passwords = lines?.filter((line) => line !== '') ?? [];
  if (lines === null || passwords.length > MOST_LINES) {
    throw new CrmError('password-file-long', path, { limit: MOST_LINES });
  }
  if (passwords.length === 0) throw new CrmError('password-file-empty', path);
  return passwords;
}

/** Null: longer than any list of passwords. Never more is read, for the name may be a device that does not end. */
async function bytesOf(location: string): Promise<Buffer | null> {
  const file = await open(location, 'r');
  const bytes = Buffer.alloc(MOST_BYTES + 1);
  try {
    let size = 0;
    for (let read = -1; read !== 0 && size < bytes.length; size += read) {
      read = (await file.read(bytes, size, bytes.length - size, null)).bytesRead;
    }
    return size > MOST_BYTES ? null : bytes.subarray(0, size);
  } finally {
    await file.close();
  }
}

function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  return bytes.toString('utf8', bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
}
