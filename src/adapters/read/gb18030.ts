import { isAscii, isUtf8 } from 'node:buffer';
import { CrmError } from '../../errors.js';
import type { ByteSource } from '../sources.js';
import { gb18030 } from './decode.js';
import type { FoundEncoding } from './encoding.js';
import { lineAt } from './line-at.js';
import { wholeLines } from './lines.js';
import { countThreeByteCharacters, firstBadUtf8 } from './utf8.js';

/**
 * A line of GBK that is valid UTF-8 by chance has hardly more Chinese characters of three bytes than this: the chance
 * is below one in 10^11 for a line. A line with as many is UTF-8.
 */
const EVIDENT = 6;

/** Lines with characters beyond ASCII seen so far: how many are valid UTF-8, and the first of each kind. */
interface Lines {
  utf8: number;
  other: number;
  firstUtf8: number | null;
  firstOther: number | null;
  evident: boolean;
  /** The line after the first one that is not UTF-8 is UTF-8 again. */
  recovers: boolean | null;
}

/**
 * Reads the whole file as GB18030, strictly. `afterUtf8`: it is not valid UTF-8, but parts of it may be. Then it is
 * refused: GB18030 accepts much UTF-8 and would turn it into other characters.
 */
export async function confirmGb18030(source: ByteSource, mark: number, afterUtf8: boolean): Promise<FoundEncoding> {
  const lines: Lines = { utf8: 0, other: 0, firstUtf8: null, firstOther: null, evident: false, recovers: null };
  let replacements = 0;
  let bad: number | null = null;
  let offset = 0;
  for await (const block of wholeLines(source.pieces())) {
    if (afterUtf8) classifyLines(block, offset, lines);
    const text = bad === null ? decodedOrNull(block) : '';
    if (text === null) bad = offset + firstBadGb18030(block);
    else if (text.includes('\ufffd')) replacements += text.split('\ufffd').length - 1;
    offset += block.length;
    if (bad !== null && !afterUtf8) break;
  }
  if (lines.evident || lines.utf8 > lines.other) throw await mixture(source, lines);
  const cut = bad === null ? 0 : source.size - bad;
  if (bad !== null && !(await isHalfCharacter(source, bad, cut))) {
    throw await badBytes(source, bad, afterUtf8 ? 'UTF-8 / GB18030' : 'GB18030');
  }
  return { encoding: 'gb18030', mark, replacements, cut };
}

/** The refusal of a byte that fits the encoding nowhere, with its line. */
export async function badBytes(source: ByteSource, offset: number, encoding: string): Promise<CrmError> {
  return new CrmError('encoding-bytes', source.name, { line: await lineAt(source, offset), offset, encoding });
}

/** The file ends inside a character of two or four bytes, with nothing wrong before. */
async function isHalfCharacter(source: ByteSource, bad: number, left: number): Promise<boolean> {
  if (left < 1 || left > 3) return false;
  const [first = 0, second = 0x30, third = 0x81] = await source.at(bad, left);
  return first >= 0x81 && first <= 0xfe && second >= 0x30 && second <= 0x39 && third >= 0x81 && third <= 0xfe;
}

async function mixture(source: ByteSource, lines: Lines): Promise<CrmError> {
  const firstOther = lines.firstOther ?? 0;
  if (lines.recovers !== false && (lines.firstUtf8 ?? 0) < firstOther) {
    const length = Math.max(1, source.size - firstOther);
    const bad = firstOther + firstBadUtf8(await source.at(firstOther, Math.min(length, 1 << 20)));
    return badBytes(source, bad, 'UTF-8');
  }
  const change = Math.max(firstOther, lines.firstUtf8 ?? 0);
  return new CrmError('encoding-changes', source.name, { line: await lineAt(source, change) });
}

function classifyLines(block: Uint8Array, offset: number, lines: Lines): void {
  if (isAscii(block)) return;
  const lineEnd = block.includes(10) ? 10 : 13;
  let at = 0;
  while (at < block.length) {
    const found = block.indexOf(lineEnd, at);
    const end = found === -1 ? block.length : found + 1;
    const line = block.subarray(at, end);
    if (!isAscii(line)) classify(line, offset + at, lines);
    at = end;
  }
}

function classify(line: Uint8Array, offset: number, lines: Lines): void {
  const utf8 = isUtf8(line);
  if (lines.firstOther !== null && lines.recovers === null) lines.recovers = utf8;
  if (!utf8) {
    lines.other += 1;
    lines.firstOther ??= offset;
    return;
  }
  const characters = countThreeByteCharacters(line);
  if (characters > 0) lines.utf8 += 1;
  if (characters >= EVIDENT) {
    lines.evident = true;
    lines.firstUtf8 ??= offset;
  }
}

function decodedOrNull(block: Uint8Array): string | null {
  try {
    return gb18030(block);
  } catch {
    return null;
  }
}

function firstBadGb18030(block: Uint8Array): number {
  let at = 0;
  while (at < block.length) {
    const lf = block.indexOf(10, at);
    const end = lf === -1 ? block.length : lf + 1;
    if (decodedOrNull(block.subarray(at, end)) === null) return firstBadCharacter(block, at, end);
    at = end;
  }
  return block.length;
}

function firstBadCharacter(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const size = [1, 2, 4].find((wide) => at + wide <= to && decodedOrNull(bytes.subarray(at, at + wide)) !== null);
    if (size === undefined) return at;
    at += size;
  }
  return to;
}
