import { wholeLines } from './lines.js';

/** How the bytes of a text file stand for characters. */
export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** Where the text of a file begins and ends, and its encoding. */
export interface TextBytes {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark at the start. */
  readonly mark: number;
  /** Where the text ends: the size, or where the file was cut off inside a character. */
  readonly end: number;
}

/** The text of a file as UTF-8, in blocks of whole lines. */
export function textBlocks(pieces: AsyncIterable<Uint8Array>, text: TextBytes): AsyncGenerator<Uint8Array> {
  const content = between(pieces, text.mark, text.end);
  if (text.encoding === 'utf-8') return wholeLines(content);
  if (text.encoding === 'gb18030') return decoded(wholeLines(content));
  return wholeLines(fromUtf16(content, text.encoding === 'utf-16be'));
}

/** The bytes of a file's text as they are, in pieces as they come. */
export function rawBytes(pieces: AsyncIterable<Uint8Array>, text: TextBytes): AsyncGenerator<Uint8Array> {
  return between(pieces, text.mark, text.end);
}

/** GB18030 decoded strictly; also what pure GBK and GB2312 files are read with. Throws TypeError at a bad byte. */
export function gb18030(bytes: Uint8Array): string {
  return new TextDecoder('gb18030', { fatal: true, ignoreBOM: true }).decode(bytes);
}

async function* between(pieces: AsyncIterable<Uint8Array>, from: number, to: number): AsyncGenerator<Uint8Array> {
  let start = 0;
  for await (const piece of pieces) {
    const wanted = piece.subarray(Math.max(0, from - start), Math.max(0, to - start));
    start += piece.length;
    if (wanted.length > 0) yield wanted;
  }
}

async function* decoded(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const block of blocks) yield Buffer.from(gb18030(block), 'utf8');
}

/** Pieces of UTF-16 as pieces of UTF-8, cut between characters. Throws TypeError at half a character. */
export async function* fromUtf16(pieces: AsyncIterable<Uint8Array>, bigEndian: boolean): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder('utf-16le', { fatal: true, ignoreBOM: true });
  let rest: Uint8Array = new Uint8Array(0);
  for await (const piece of pieces) {
    const bytes = Buffer.concat([rest, piece]);
    let end = bytes.length & ~1;
    const lastUnit = end === 0 ? 0 : bytes[bigEndian ? end - 2 : end - 1]! & 0xfc;
    if (lastUnit === 0xd8) end -= 2;
    rest = bytes.subarray(end);
    if (end > 0) yield toUtf8(decoder, bytes.subarray(0, end), bigEndian);
  }
  if (rest.length > 0) yield toUtf8(decoder, Buffer.from(rest), bigEndian);
}

function toUtf8(decoder: InstanceType<typeof TextDecoder>, bytes: Buffer, bigEndian: boolean): Uint8Array {
  const little = bigEndian && bytes.length % 2 === 0 ? Buffer.from(bytes).swap16() : bytes;
  return Buffer.from(decoder.decode(little), 'utf8');
}
