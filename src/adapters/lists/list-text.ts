import { CrmError } from '../../errors.js';
import { textBlocks } from '../read/decode.js';
import { findEncoding } from '../read/encoding.js';
import { magicOf } from '../read/magic.js';
import type { ByteSource } from '../sources.js';

/** Lists are typed by people; a larger one is something else. */
const LARGEST = 64 * 2 ** 20;

/**
 * The text of a list file (aliases, order numbers), whatever its encoding, without a byte order mark. Refused: what is
 * no text, such as a workbook, and more than 64 MB.
 */
export async function listText(source: ByteSource): Promise<string> {
  if (source.size > LARGEST) throw new CrmError('list-too-large', source.path);
  if (source.size === 0) return '';
  const magic = magicOf(await source.at(0, 64 * 1024));
  if (magic === 'blank') return '';
  if (magic !== 'text') throw new CrmError('list-not-text', source.path);
  const { encoding, mark, cut } = await findEncoding(source, 'auto');
  if (cut > 0) throw new CrmError('list-not-text', source.path);
  const blocks: Uint8Array[] = [];
  for await (const block of textBlocks(source.pieces(), { encoding, mark, end: source.size }))
    blocks.push(block.slice());
  return Buffer.concat(blocks).toString('utf8');
}

/** The lines of a list with content, without comments (`#` first) and the blanks around them; numbered from 1. */
export function listLines(text: string): readonly { readonly line: number; readonly text: string }[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((content, index) => ({ line: index + 1, text: content.trim() }))
    .filter(({ text: content }) => content !== '' && !content.startsWith('#'));
}
