import { createHash, randomBytes } from 'node:crypto';

/** Longest name of a file on common file systems, in bytes. */
const longestName = 255;

/** A temporary file beside its target: `.NAME.crm-PID-RANDOM.tmp`. Hidden, so that no reader takes it for an export. */
export function tempName(name: string, pid: number): string {
  return around(name, `.crm-${pid}-${randomBytes(6).toString('hex')}.tmp`);
}

/** The lock beside a target: `.NAME.crm.lock`. The same for every run. */
export function lockName(name: string): string {
  return around(name, '.crm.lock');
}

/** What a temporary file's name says: whose it is and beside which target; null for all other files. */
export function readTempName(
  name: string,
): { readonly pid: number; readonly isBeside: (target: string) => boolean } | null {
  const found = /^(\..+)\.crm-(\d+)-[0-9a-f]{12}\.tmp$/s.exec(name);
  if (found === null) return null;
  const ending = name.slice(found[1]?.length);
  return { pid: Number(found[2]), isBeside: (target) => around(target, ending) === name };
}

/** A name too long to grow by the ending is cut and gets a hash, so that two long names stay different. */
function around(name: string, ending: string): string {
  const room = longestName - Buffer.byteLength(ending) - 1;
  if (Buffer.byteLength(name) <= room) return `.${name}${ending}`;
  const mark = `~${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
  let cut = '';
  for (const character of name) {
    if (Buffer.byteLength(cut + character) > room - mark.length) break;
    cut += character;
  }
  return `.${cut}${mark}${ending}`;
}
