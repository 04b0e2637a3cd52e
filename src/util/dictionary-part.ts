import type { ByteDictionary } from './byte-dictionary.js';
import { hashOf } from './byte-hash.js';
import { viewOf } from './byte-words.js';

/** Texts that are looked up in one go. */
const TOGETHER = 4096;
/** Bytes of texts that are looked up in one go: places in them are signed numbers of 32 bits. One text is far shorter. */
const MOST_BYTES = 2 ** 31 - 1;
const places = new Int32Array(TOGETHER).map((_, place) => place);

/** Texts as plain data: number n has the bytes from `offsets[n]` to `offsets[n + 1]`. They may repeat. */
export interface TextPart {
  readonly size: number;
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
}

/** The texts of a dictionary: they are distinct, and their numbers are codes. */
export interface DictionaryPart extends TextPart {
  /** As the dictionary's own, by code. */
  readonly hashes: Int32Array;
}

/** Looks up the texts of a part, new ones are added; the answer is the code that each of its numbers has. */
export function includePart(dictionary: ByteDictionary, part: TextPart | DictionaryPart): Int32Array {
  const { size, offsets } = part;
  const codes = new Int32Array(size);
  const [from, to] = [new Int32Array(TOGETHER), new Int32Array(TOGETHER)];
  for (let first = 0, count = 0; first < size; first += count) {
    count = Math.min(size - first, TOGETHER);
    while (offsets[first + count]! - offsets[first]! > MOST_BYTES) count >>= 1;
    putPlaces(offsets, first, count, from, to);
    const bytes = part.bytes.subarray(offsets[first]!, offsets[first + count]!);
    const hashes = 'hashes' in part ? part.hashes.subarray(first, first + count) : hashesOf(bytes, from, to, count);
    dictionary.internMany({ count, bytes, from, to, hashes, rows: places }, codes.subarray(first));
  }
  return codes;
}

/**
 * Where texts begin and end, counted from the first of them. Apart from what takes parts to pieces: code the engine made
 * for those is thrown away whenever no part from another thread is left.
 */
function putPlaces(offsets: Uint32Array, first: number, count: number, from: Int32Array, to: Int32Array): void {
  const start = offsets[first]!;
  for (let at = 0; at < count; at++) {
    from[at] = offsets[first + at]! - start;
    to[at] = offsets[first + at + 1]! - start;
  }
}

function hashesOf(bytes: Uint8Array, from: Int32Array, to: Int32Array, count: number): Int32Array {
  const view = viewOf(bytes);
  const hashes = new Int32Array(count);
  for (let at = 0; at < count; at++) hashes[at] = hashOf(view, from[at]!, to[at]!);
  return hashes;
}
