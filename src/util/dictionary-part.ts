import type { ByteDictionary } from './byte-dictionary.js';

/** Texts that are looked up together. */
const TOGETHER = 32;
/** No more room than for so many times the texts that are known is made ahead. */
const MOST_GROWTH = 16;

/** The texts of a dictionary as plain data: code c has the bytes from `offsets[c]` to `offsets[c + 1]`. */
export interface DictionaryPart {
  readonly size: number;
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
  /** As the dictionary's own. */
  readonly hashes: Int32Array;
}

/**
 * Adds the texts of another dictionary; the answer is the code that each of its codes has in this one. `more`: how many
 * times as much is still to come, by which room is made ahead once it can be told how many texts are new.
 */
export function includePart(dictionary: ByteDictionary, part: DictionaryPart, more = 0): Int32Array {
  const { size, bytes, offsets, hashes } = part;
  const codes = new Int32Array(size);
  const before = dictionary.size;
  for (let from = 0; from < size; from += TOGETHER) {
    const to = Math.min(size, from + TOGETHER);
    dictionary.prepare(hashes, from, to);
    for (let code = from; code < to; code++) {
      codes[code] = dictionary.internHashed(hashes[code]!, bytes, offsets[code]!, offsets[code + 1]!);
    }
  }
  const expected = dictionary.size + (dictionary.size - before) * more;
  if (before > 0) dictionary.expect(Math.min(expected, dictionary.size * MOST_GROWTH));
  return codes;
}
