import type { ByteDictionary } from './byte-dictionary.js';
import { hashOf } from './byte-hash.js';
import type { TextIndex } from './text-index.js';

/** Texts that are looked at in one go. */
const TOGETHER = 1024;
const places = new Int32Array(TOGETHER).map((_, place) => place);
const from = new Int32Array(TOGETHER);
const to = new Int32Array(TOGETHER);
const hashes = new Int32Array(TOGETHER);
const codes = new Int32Array(TOGETHER);

/** The code, in another dictionary, of the first `words` words (separated by single blanks) of each text; `onPrefix` is told each. */
export function eachPrefix(
  { texts }: TextIndex,
  words: number,
  target: ByteDictionary,
  onPrefix: (code: number, prefix: number) => void,
): void {
  for (let start = 0; start < texts.size; start += TOGETHER) {
    const count = Math.min(TOGETHER, texts.size - start);
    const base = texts.offsets[start]!;
    for (let at = 0; at < count; at++) {
      const begin = texts.offsets[start + at]!;
      const stop = texts.endOfWords(start + at, words);
      from[at] = begin - base;
      to[at] = stop - base;
      hashes[at] = hashOf(texts.view, begin, stop);
    }
    const bytes = texts.bytes.subarray(base, texts.offsets[start + count]!);
    target.internMany({ count, bytes, from, to, hashes, rows: places }, codes);
    for (let at = 0; at < count; at++) onPrefix(start + at, codes[at]!);
  }
}
