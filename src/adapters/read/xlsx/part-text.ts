import { CrmError } from '../../../errors.js';
import type { ByteSource } from '../../sources.js';
import { fromUtf16 } from '../decode.js';
import type { ZipPart } from '../guard.js';
import { unpacked } from '../inflate.js';
import { isSmall, unpackedAtOnce } from '../inflate-at-once.js';
import { doctypeSearch } from '../xml-guard.js';

/** Largest part that is read as a whole: everything but sheets and strings. */
const WHOLE_BYTES = 64 * 1024 ** 2;

/** An XML part as pieces of UTF-8. XML is UTF-8 unless it begins with the mark of UTF-16. */
export async function* partBytes(source: ByteSource, part: ZipPart): AsyncGenerator<Uint8Array> {
  const pieces = part.method !== 0 && isSmall(part) ? unpackedAtOnce(source, part) : unpacked(source, part);
  const first = (await pieces.next()).value as Uint8Array | undefined;
  if (first === undefined) return;
  const wide = wideMark(first);
  try {
    if (wide !== null) yield* fromUtf16(joined(first.subarray(2), pieces), wide === 'big');
    else {
      yield first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf ? first.subarray(3) : first;
      yield* pieces;
    }
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new CrmError('workbook-damaged', source.name, {}, { cause });
  }
}

/** A small XML part as text; refused with a DOCTYPE. */
export async function partText(source: ByteSource, part: ZipPart): Promise<string> {
  if (part.size > WHOLE_BYTES) throw new CrmError('workbook-damaged', source.name);
  const pieces: Uint8Array[] = [];
  for await (const piece of partBytes(source, part)) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  if (doctypeSearch()(bytes)) throw new CrmError('zip-doctype', source.name, { part: part.name });
  return bytes.toString('utf8');
}

function wideMark(first: Uint8Array): 'little' | 'big' | null {
  if (first[0] === 0xff && first[1] === 0xfe) return 'little';
  return first[0] === 0xfe && first[1] === 0xff ? 'big' : null;
}

async function* joined(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}
