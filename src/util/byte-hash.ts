/** Four bytes at a time, multiply and fold, finished as in MurmurHash3 (Appleby, public domain). */
export function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = to - from;
  let at = from;
  for (; at + 4 <= to; at += 4) {
    const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    hash = Math.imul(hash ^ word, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 0x85ebca6b);
  return finished(hash);
}

/** The same, the bytes copied to a place in `target` on the way. */
export function copyHashed(bytes: Uint8Array, from: number, to: number, target: Uint8Array, place: number): number {
  let hash = to - from;
  let at = from;
  let put = place;
  for (; at + 4 <= to; at += 4, put += 4) {
    const a = bytes[at]!;
    const b = bytes[at + 1]!;
    const c = bytes[at + 2]!;
    const d = bytes[at + 3]!;
    target[put] = a;
    target[put + 1] = b;
    target[put + 2] = c;
    target[put + 3] = d;
    hash = Math.imul(hash ^ (a | (b << 8) | (c << 16) | (d << 24)), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; at < to; at++, put++) {
    target[put] = bytes[at]!;
    hash = Math.imul(hash ^ bytes[at]!, 0x85ebca6b);
  }
  return finished(hash);
}

function finished(folded: number): number {
  let hash = folded ^ (folded >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
