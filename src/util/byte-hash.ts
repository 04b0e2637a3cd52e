/** Odd multipliers of the rounds and of the end: the first three primes of XXH32 (Collet, public description). */
const FIRST = 0x9e3779b1 | 0;
const SECOND = 0x85ebca77 | 0;
const THIRD = 0xc2b2ae3d | 0;

/**
 * Hash of the bytes from `from` to `to`, a 32-bit integer that depends on nothing else. Two lanes take 4 bytes each a step
 * and do not wait for one another. Anything else that makes these hashes (they meet in one dictionary) must do exactly
 * this; all arithmetic is modulo 2³², words are little-endian, `n` is the number of bytes, ⋘ rotates to the left:
 *
 *     a = n xor FIRST, b = n xor SECOND
 *     round(lane, word) = ((lane + word · SECOND) ⋘ 13) · FIRST
 *     n ≥ 8      the words at 0, 8, 16 … below n − 8 go into a, those four bytes further into b;
 *                then the word at n − 8 into a, the one at n − 4 into b (some bytes may come twice)
 *     4 ≤ n < 8  the word at 0 into a, the one at n − 4 into b
 *     1 ≤ n < 4  byte 0 + byte ⌊n/2⌋ · 2⁸ + byte n − 1 · 2¹⁶ into a
 *     h = (a ⋘ 7) + b
 *     h = (h xor h ⋙ 15) · SECOND, h = (h xor h ⋙ 13) · THIRD, the hash is h xor h ⋙ 16 (⋙ brings in zeros)
 *
 * No byte beside the text is read.
 */
export function hashOf(view: DataView, from: number, to: number): number {
  const length = to - from;
  let a = length ^ FIRST;
  let b = length ^ SECOND;
  if (length >= 8) {
    for (let at = from; at < to - 8; at += 8) {
      a = round(a, view.getInt32(at, true));
      b = round(b, view.getInt32(at + 4, true));
    }
    a = round(a, view.getInt32(to - 8, true));
    b = round(b, view.getInt32(to - 4, true));
  } else if (length >= 4) {
    a = round(a, view.getInt32(from, true));
    b = round(b, view.getInt32(to - 4, true));
  } else if (length > 0) {
    const middle = view.getUint8(from + (length >> 1));
    a = round(a, view.getUint8(from) | (middle << 8) | (view.getUint8(to - 1) << 16));
  }
  return finished((((a << 7) | (a >>> 25)) + b) | 0);
}

function round(lane: number, word: number): number {
  const sum = (lane + Math.imul(word, SECOND)) | 0;
  return Math.imul((sum << 13) | (sum >>> 19), FIRST);
}

function finished(folded: number): number {
  let hash = Math.imul(folded ^ (folded >>> 15), SECOND);
  hash = Math.imul(hash ^ (hash >>> 13), THIRD);
  return hash ^ (hash >>> 16);
}
