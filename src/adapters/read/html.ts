import { isUtf8 } from 'node:buffer';
import { CrmError } from '../../errors.js';
import type { ByteSource } from '../sources.js';
import { fromUtf16, gb18030 } from './decode.js';
import { checkWorkbookSize } from './workbook.js';

/** The tables of a web page as UTF-8 for the child, from the first `<table` on; refused when there is no table in it (most often a login page). */
export async function htmlTables(source: ByteSource): Promise<AsyncIterable<Uint8Array>> {
  checkWorkbookSize(source);
  const pieces: Uint8Array[] = [];
  for await (const piece of source.pieces()) pieces.push(piece);
  const text = await decodedPage(source.name, Buffer.concat(pieces));
  const table = text.search(/<table[\s>]/i);
  if (table === -1) throw new CrmError('web-page', source.name);
  return only(Buffer.from(`<html>${text.slice(table)}`, 'utf8'));
}

async function decodedPage(file: string, bytes: Buffer): Promise<string> {
  try {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return await fromWide(bytes.subarray(2), false);
    if (bytes[0] === 0xfe && bytes[1] === 0xff) return await fromWide(bytes.subarray(2), true);
    const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    return isUtf8(bytes) ? bytes.toString('utf8', mark) : gb18030(bytes);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new CrmError('encoding-page', file, {}, { cause });
  }
}

async function fromWide(bytes: Buffer, bigEndian: boolean): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of fromUtf16(only(bytes), bigEndian)) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
