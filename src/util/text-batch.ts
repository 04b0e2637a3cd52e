import type { BareTexts } from '../kernel/cells.js';
import { copyBytes, sameBytes, viewOf } from './byte-words.js';
import type { TextPart } from './dictionary-part.js';
import type { TextIndex } from './text-index.js';

/** Texts whose memory is fetched together. */
const TOGETHER = 256;
/** Up to this many texts the memory they stand in is near, and not fetched ahead. */
export const NEAR = 1 << 12;

/** Texts to be looked up in one go. The arrays may be longer than `count`. */
export interface TextBatch {
  readonly count: number;
  readonly bytes: Uint8Array;
  /** Where each text begins and ends in `bytes`. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** As `hashOf` makes them. */
  readonly hashes: Int32Array;
  /** At which place of the target the code of each text is wanted. */
  readonly rows: Int32Array;
}

/** The slots of the texts looked up together, as they were first seen. */
const seen = new Int32Array(TOGETHER);

/**
 * The codes of many texts, new ones for those never seen, in their sequence. Waiting for memory is what takes longest, so
 * it is fetched ahead, for several texts at once: first their slots, then the texts that seem to stand there.
 */
export function lookUp(index: TextIndex, batch: TextBatch, target: Int32Array): void {
  const source = viewOf(batch.bytes);
  for (let first = 0; first < batch.count; first += TOGETHER) {
    const end = Math.min(batch.count, first + TOGETHER);
    index.room(end - first, lengthOf(batch, first, end));
    if (index.texts.size > NEAR) index.touched = fetched(index, batch.hashes, first, end);
    lookUpSome(index, batch, source, first, end, target);
  }
}

/** Gives rows with the text of another the number of that. */
export function copyRepeats({ repeatRows, repeatOf }: BareTexts, numbers: Int32Array): void {
  for (let at = 0; at < repeatRows.length; at++) numbers[repeatRows[at]!] = numbers[repeatOf[at]!]!;
}

/** A copy of the texts, one after another, repeated ones too. */
export function partOf({ count, bytes, from, to }: Omit<TextBatch, 'hashes' | 'rows'>): TextPart {
  const offsets = new Uint32Array(count + 1);
  for (let at = 0; at < count; at++) offsets[at + 1] = offsets[at]! + to[at]! - from[at]!;
  const own = new Uint8Array(offsets[count]!);
  const [source, target] = [viewOf(bytes), viewOf(own)];
  for (let at = 0; at < count; at++) copyBytes(source, from[at]!, target, offsets[at]!, to[at]! - from[at]!);
  return { size: count, bytes: own, offsets };
}

function lengthOf({ from, to }: TextBatch, first: number, end: number): number {
  let length = 0;
  for (let at = first; at < end; at++) length += to[at]! - from[at]!;
  return length;
}

/** Reads what looking up these hashes will need; the answer means nothing. */
function fetched({ slots, texts }: TextIndex, hashes: Int32Array, first: number, end: number): number {
  const { table, mask } = slots;
  for (let at = first; at < end; at++) {
    const hash = hashes[at]!;
    const entry = table[hash & mask]!;
    seen[at - first] = ((entry ^ hash) & ~mask) === 0 ? entry & mask : 0;
  }
  const { bytes, offsets } = texts;
  let sum = 0;
  for (let at = 0; at < end - first; at++) {
    if (seen[at] === 0) continue;
    const start = offsets[seen[at]! - 1]!;
    const last = offsets[seen[at]!]! - 1;
    if (last >= start) sum += bytes[start]! + bytes[last]!;
  }
  return sum;
}

/**
 * As `codeOf` of the index for one text after another, for which there is room. In one piece and without its calls: in an
 * import nothing is done more often.
 */
function lookUpSome(
  { texts, slots }: TextIndex,
  { from, to, hashes, rows }: TextBatch,
  source: DataView,
  first: number,
  end: number,
  target: Int32Array,
): void {
  const { view, offsets } = texts;
  const { table, mask } = slots;
  let { size } = texts;
  for (let at = first; at < end; at++) {
    const hash = hashes[at]!;
    const start = from[at]!;
    const length = to[at]! - start;
    let slot = hash & mask;
    let code = size;
    for (let entry = table[slot]!; entry !== 0; entry = table[slot]!) {
      if (((entry ^ hash) & ~mask) === 0) {
        const known = (entry & mask) - 1;
        const offset = offsets[known]!;
        if (offsets[known + 1]! - offset === length && sameBytes(view, offset, source, start, length)) {
          code = known;
          break;
        }
      }
      slot = (slot + 1) & mask;
    }
    target[rows[at]!] = code;
    if (code < size) continue;
    copyBytes(source, start, view, offsets[code]!, length);
    offsets[code + 1] = offsets[code]! + length;
    slots.take(slot, hash, code);
    size++;
  }
  texts.size = size;
}
