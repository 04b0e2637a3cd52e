import { isUtf8 } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { gb18030 } from './decode.js';

/** Info-ZIP's field that repeats a name in UTF-8. */
const UNICODE_PATH = 0x7075;

/** What an entry of a directory says of its name. APPNOTE.TXT 4.4.4 (bit 11), 4.6.9 (Unicode path). */
export interface StoredName {
  readonly raw: Uint8Array;
  /** The entry says that its name is UTF-8. */
  readonly utf8: boolean;
  readonly extra: readonly { readonly id: number; readonly data: Uint8Array }[];
}

/**
 * The name of an entry as people know it, with slashes for backslashes. Without a word about its encoding it is UTF-8
 * where it can be, else GBK, as Chinese programs write it; what is neither shows one character a byte.
 */
export function zipName({ raw, utf8, extra }: StoredName): string {
  return (unicodePath(raw, extra) ?? decoded(raw, utf8)).replaceAll('\\', '/');
}

function decoded(raw: Uint8Array, utf8: boolean): string {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.length);
  if (utf8 || isUtf8(bytes)) return bytes.toString('utf8');
  try {
    return gb18030(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

/** Counts only if it was made for this very name. */
function unicodePath(raw: Uint8Array, extra: StoredName['extra']): string | null {
  const field = extra.find(({ id }) => id === UNICODE_PATH)?.data;
  if (field === undefined || field.length < 6 || field[0] !== 1) return null;
  const bytes = Buffer.from(field);
  return bytes.readUInt32LE(1) === crc32(raw) ? bytes.toString('utf8', 5) : null;
}
