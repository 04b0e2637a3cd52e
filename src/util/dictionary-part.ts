import type { ByteDictionary } from './byte-dictionary.js';

/** Texts that are looked up in one go. */
const TOGETHER = 4096;
/** Bytes of texts that are looked up in one go: places in them are signed numbers of 32 bits. One text is far shorter. */
const MOST_BYTES = 2 ** 31 - 1;
const places = new Int32Array(TOGETHER).map((_, place) => place);

/** The texts of a dictionary as plain data: code c has the bytes from `offsets[c]` to `offsets[c + 1]`. */
export interface DictionaryPart {
  readonly size: number;
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
  /** As the dictionary's own, by code. */
  readonly hashes: Int32Array;
}

/** Adds the texts of another dictionary; the answer is the code that each of its codes has in this one. */
export function includePart(dictionary: ByteDictionary, part: DictionaryPart): Int32Array {
  const codes = new Int32Array(part.size);
  const [from, to] = [new Int32Array(TOGETHER), new Int32Array(TOGETHER)];
  for (let first = 0, count = 0; first < part.size; first += count) {
    count = Math.min(part.size - first, TOGETHER);
    while (part.offsets[first + count]! - part.offsets[first]! > MOST_BYTES) count >>= 1;
    const start = part.offsets[first]!;
    for (let at = 0; at < count; at++) {
      from[at] = part.offsets[first + at]! - start;
      to[at] = part.offsets[first + at + 1]! - start;
    }
    const bytes = part.bytes.subarray(start, part.offsets[first + count]!);
    const hashes = part.hashes.subarray(first, first + count);
    dictionary.internMany({ count, bytes, from, to, hashes, rows: places }, codes.subarray(first));
  }
  return codes;
}
