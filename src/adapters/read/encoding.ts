import { CrmError } from '../../errors.js';
import type { ReadOptions } from '../options.js';
import type { ByteSource } from '../sources.js';
import { type Encoding, fromUtf16 } from './decode.js';
import { badBytes, confirmGb18030 } from './gb18030.js';
import { lineAt } from './line-at.js';
import { countLineBreaks } from './line-breaks.js';
import { LineLimit } from './line-limit.js';
import { LongLine } from './lines.js';
import { longLine } from './text-rows.js';
import { countReplacements, firstBadUtf8 } from './utf8.js';
import { Utf8Check } from './utf8-check.js';
import { utf16Pattern } from './utf16-pattern.js';

/** How a file's bytes are to be read, and how many U+FFFD (characters lost before this file was made) it holds. */
export interface FoundEncoding {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark at the start. */
  readonly mark: number;
  readonly replacements: number;
  /** Bytes at the end that are half a character: the file was cut off there. */
  readonly cut: number;
}

const marks: readonly { readonly encoding: Encoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
  { encoding: 'gb18030', bytes: [0x84, 0x31, 0x95, 0x33] },
];

/**
 * Finds the encoding by reading the whole file once: byte order mark, else UTF-16 by its pattern of zero bytes, else
 * UTF-8 if every byte agrees, else GB18030 (which holds GBK and GB2312) if every byte agrees. Never latin-1 and never
 * a replaced character: what fits none of them is refused with its place. `forced` is only checked.
 */
export async function findEncoding(source: ByteSource, forced: ReadOptions['encoding']): Promise<FoundEncoding> {
  const start = await source.at(0, 64 * 1024);
  const marked = marks.find(({ bytes }) => bytes.every((byte, at) => start[at] === byte));
  const encoding = forced === 'auto' ? (marked?.encoding ?? utf16Pattern(start, source.name)) : forced;
  const mark = marked !== undefined && marked.encoding === encoding ? marked.bytes.length : 0;
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return confirmUtf16(source, encoding, mark);
  try {
    if (encoding === 'gb18030') return await confirmGb18030(source, mark, false);
    return (await confirmUtf8(source, mark, encoding !== null)) ?? (await confirmGb18030(source, mark, true));
  } catch (error) {
    if (!(error instanceof LongLine) || 'line' in error.place) throw error;
    throw longLine(source.name, error.bytes, await lineAt(source, error.place.offset));
  }
}

async function confirmUtf16(
  source: ByteSource,
  encoding: 'utf-16le' | 'utf-16be',
  mark: number,
): Promise<FoundEncoding> {
  let replacements = 0;
  let lines = 1;
  let offset = 0;
  try {
    for await (const block of fromUtf16(counting(source.pieces(true)), encoding === 'utf-16be')) {
      replacements += countReplacements(block);
      lines += countLineBreaks(block, 0, block.length);
    }
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new CrmError('encoding-bytes', source.name, { line: lines, offset, encoding }, { cause });
  }
  return { encoding, mark, replacements, cut: 0 };

  async function* counting(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      yield piece;
      offset += piece.length;
    }
  }
}

/** Null when some byte is not UTF-8, unless it must be: then that byte is named. */
async function confirmUtf8(source: ByteSource, mark: number, must: boolean): Promise<FoundEncoding | null> {
  const check = new Utf8Check();
  const limit = new LineLimit(source);
  for await (const piece of source.pieces(true)) {
    await limit.take(piece);
    if (check.take(piece)) continue;
    if (!must) return null;
    const from = check.checked;
    throw await badBytes(source, from + firstBadUtf8(await source.at(from, piece.length + 4)), 'UTF-8');
  }
  return { encoding: 'utf-8', mark, replacements: check.replacements, cut: check.cut };
}
