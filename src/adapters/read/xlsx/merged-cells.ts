import type { LineRange } from '../sheet.js';

/** No mergeCell element is longer: its tag, a range and quotes. */
const LONGEST = 200;
const WORD = Buffer.from('mergeCell');
const merge = /<(?:\w+:)?mergeCell\s[^<>]*?\bref\s*=\s*["']\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)["'][^<>]*>/g;

/**
 * The lines of a column (from 0) whose cell is merged with the one above it, as ranges in ascending order. They stand
 * behind the rows of the sheet: all pieces of its part are looked through. ECMA-376 18.3.1.54.
 */
export async function continuedLines(pieces: AsyncIterable<Uint8Array>, column: number): Promise<readonly LineRange[]> {
  const ranges: LineRange[] = [];
  let rest = Buffer.alloc(0);
  for await (const piece of pieces) {
    const bytes = Buffer.concat([rest, piece]);
    rest = bytes.subarray(Math.max(0, bytes.length - LONGEST));
    if (!bytes.includes(WORD)) continue;
    const text = bytes.toString('latin1');
    let end = 0;
    for (const match of text.matchAll(merge)) {
      end = match.index + match[0].length;
      const [, left = '', top = '', right = '', bottom = ''] = match;
      if (position(left) > column || position(right) < column || Number(bottom) <= Number(top)) continue;
      ranges.push({ from: Number(top) + 1, to: Number(bottom) });
    }
    rest = Buffer.from(bytes.subarray(Math.max(end, bytes.length - LONGEST)));
  }
  return ranges.sort((one, other) => one.from - other.from);
}

/** From 0: A is 0, AA 26. */
function position(letters: string): number {
  let value = 0;
  for (const letter of letters) value = value * 26 + letter.charCodeAt(0) - 64;
  return value - 1;
}
