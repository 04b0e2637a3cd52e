import type { ByteDictionary } from './byte-dictionary.js';

/** Texts that are looked up together. */
const TOGETHER = 32;

/** The texts of a dictionary as plain data: code c has the bytes from `offsets[c]` to `offsets[c + 1]`. */
export interface DictionaryPart {
  readonly size: number;
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
  /** As the dictionary's own. */
  readonly hashes: Int32Array;
}

/** Adds the texts of another dictionary; the answer is the code that each of its codes has in this one. */
export function includePart(dictionary: ByteDictionary, { size, bytes, offsets, hashes }: DictionaryPart): Int32Array {
  const codes = new Int32Array(size);
  for (let from = 0; from < size; from += TOGETHER) {
    const to = Math.min(size, from + TOGETHER);
    dictionary.prepare(hashes, from, to);
    for (let code = from; code < to; code++) {
      codes[code] = dictionary.internHashed(hashes[code]!, bytes, offsets[code]!, offsets[code + 1]!);
    }
  }
  return codes;
}
