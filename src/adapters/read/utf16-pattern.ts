import { CrmError } from '../../errors.js';

/** How often bytes stand where UTF-16 of one or the other byte order would have them. */
interface Counts {
  /** Zero bytes beside others, by place in their pair. */
  readonly zeros: readonly [first: number, second: number];
  /** Line feeds as UTF-16 writes them, by the place of the 0A in its pair. */
  readonly lineFeeds: readonly [first: number, second: number];
  /** All bytes 0A. */
  readonly allLineFeeds: number;
}

/**
 * The byte order of UTF-16 without a mark, null when it is none: one byte in ten is zero and always at the same place
 * of its pair (delimiters, digits and line breaks are ASCII), and most line feeds have a zero beside them.
 */
export function utf16Pattern(start: Uint8Array, file: string): 'utf-16le' | 'utf-16be' | null {
  const pairs = start.length >> 1;
  const { zeros, lineFeeds, allLineFeeds } = counts(start, pairs);
  const [bigEndian, littleEndian] = zeros;
  if (bigEndian + littleEndian < pairs / 5) return null;
  if (littleEndian > 20 * bigEndian && lineFeeds[0] * 2 >= allLineFeeds + Number(allLineFeeds > 0)) return 'utf-16le';
  if (bigEndian > 20 * littleEndian && lineFeeds[1] * 2 >= allLineFeeds + Number(allLineFeeds > 0)) return 'utf-16be';
  if (bigEndian + littleEndian > pairs / 2) throw new CrmError('encoding-utf16', file);
  return null;
}

function counts(start: Uint8Array, pairs: number): Counts {
  const zeros: [number, number] = [0, 0];
  const lineFeeds: [number, number] = [0, 0];
  let allLineFeeds = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    const first = start[2 * pair]!;
    const second = start[2 * pair + 1]!;
    if (first === 0 && second !== 0) zeros[0] += 1;
    if (second === 0 && first !== 0) zeros[1] += 1;
    if (first === 10 && second === 0) lineFeeds[0] += 1;
    if (second === 10 && first === 0) lineFeeds[1] += 1;
    allLineFeeds += Number(first === 10) + Number(second === 10);
  }
  return { zeros, lineFeeds, allLineFeeds };
}
