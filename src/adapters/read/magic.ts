/** What a file is by its first bytes, whatever its name says. */
export type Magic = 'zip' | 'ole' | 'markup' | 'text' | 'zeros' | 'blank' | KnownKind;

/** Kinds that hold no table of ours; the name people know them by. */
export type KnownKind =
  | 'RAR'
  | '7z'
  | 'gzip'
  | 'PDF'
  | 'PNG'
  | 'JPEG'
  | 'GIF'
  | 'bzip2'
  | 'xz'
  | 'Parquet'
  | 'SQLite'
  | 'RTF'
  | 'XML';

const signatures: readonly (readonly [kind: Magic, bytes: string])[] = [
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
  ['zip', 'PK\x07\x08'],
  ['ole', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['RAR', 'Rar!\x1a\x07'],
  ['7z', '7z\xbc\xaf\x27\x1c'],
  ['gzip', '\x1f\x8b\x08'],
  ['bzip2', 'BZh'],
  ['xz', '\xfd7zXZ\x00'],
  ['PDF', '%PDF-'],
  ['PNG', '\x89PNG\r\n\x1a\n'],
  ['JPEG', '\xff\xd8\xff'],
  ['GIF', 'GIF8'],
  ['Parquet', 'PAR1'],
  ['SQLite', 'SQLite format 3\x00'],
  ['RTF', '{\\rtf'],
];

/**
 * Decides by content. `start`: the first pieces of the file, 64 KB or all of it. Markup is told from text after a byte
 * order mark and blanks, in UTF-16 too; old XLS files without a container (BIFF2–4) count as `ole`.
 */
export function magicOf(start: Uint8Array): Magic {
  if (start.every((byte) => byte === 0)) return 'zeros';
  const latin1 = Buffer.from(start.buffer, start.byteOffset, Math.min(start.length, 4096)).toString('latin1');
  const known = signatures.find(([, bytes]) => latin1.startsWith(bytes));
  if (known !== undefined) return known[0];
  if (/^\x09[\x00\x02\x04\x08][\x04-\x08\x10]\x00/.test(latin1)) return 'ole';
  const text = latin1
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\x00', '')
    .trimStart();
  if (text === '' && start.length <= 4096) return 'blank';
  if (/^<(?:!doctype\s+html|html|head|body|table|meta|div|script|style|title|!--)/i.test(text)) return 'markup';
  return /^<\?xml\s/i.test(text) ? xmlKind(text) : 'text';
}

function xmlKind(text: string): Magic {
  return /<(?:html|table)[\s>]/i.test(text) ? 'markup' : 'XML';
}
