import { CrmError } from '../../errors.js';
import type { ReadOptions } from '../options.js';
import type { ByteSource } from '../sources.js';
import { hasContent } from './content.js';
import { byteSheet } from './csv/byte-sheet.js';
import { type TextBytes, textBlocks } from './decode.js';
import { findDelimiter } from './delimiter.js';
import { findEncoding } from './encoding.js';
import { countLineBreaks } from './line-breaks.js';
import { LongLine } from './lines.js';
import { isNdjson, ndjsonSheet } from './ndjson.js';
import type { OpenedFile, ReadServices } from './open.js';
import { longLine } from './text-rows.js';
import { textSheet } from './text-sheet.js';

/** Bytes at the start of a file that tell how it is laid out. */
const LOOK = 1 << 16;

/** Opens a text file: encoding from all of it, delimiter from its start. */
export async function openText(source: ByteSource, options: ReadOptions, services: ReadServices): Promise<OpenedFile> {
  const { encoding, mark, replacements, cut } = await findEncoding(source, options.encoding);
  const text: TextBytes = { encoding, mark, end: source.size - cut };
  const sample = await firstText(source, text);
  const start = textOf(sample);
  if (!hasContent(start)) throw new CrmError('file-blank', source.name);
  const notes = replacements === 0 ? [] : [replacementNote(source.name, replacements)];
  if (isNdjson(start)) {
    const sheets = [await ndjsonSheet(source, text, services.onBytes)];
    return { kind: 'ndjson', encoding, delimiter: '', sheets, notes };
  }
  const delimiter = findDelimiter(sample, options.delimiter);
  const layout = { ...text, cutOff: cut > 0, ...delimiter };
  const reader = delimiter.delimiter === 'blank' ? textSheet : byteSheet;
  const sheet = reader(source, layout, services.onBytes);
  return { kind: 'text', encoding, delimiter: delimiter.delimiter, sheets: [sheet], notes };
}

function replacementNote(file: string, count: number) {
  return { id: 'replacement-characters', level: 'warning', params: { file, count } } as const;
}

/** The first 64 KB with something to read in them, in whole lines. */
async function firstText(source: ByteSource, text: TextBytes): Promise<Uint8Array> {
  const blocks: Uint8Array[] = [];
  let size = 0;
  let isBlank = true;
  try {
    for await (const block of textBlocks(inBits(source.pieces()), text)) {
      blocks.push(block);
      size += block.length;
      isBlank &&= !hasContent(textOf(block));
      if (size > LOOK && !isBlank) break;
    }
  } catch (error) {
    if (!(error instanceof LongLine)) throw error;
    throw longLine(source.name, error.bytes, 1 + countLineBreaks(Buffer.concat(blocks), 0, size));
  }
  return Buffer.concat(blocks);
}

/** Pieces of a few lines: for a look at the start a whole megabyte need not be decoded. */
async function* inBits(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += LOOK) yield piece.subarray(at, at + LOOK);
  }
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
}
