/** As `hashOf` of util/byte-hash.ts. */
export function hashText(from: usize, to: usize): i32 {
  let hash = <i32>(to - from);
  let at = from;
  for (; at + 4 <= to; at += 4) {
    hash = (hash ^ load<i32>(at)) * <i32>0x9e3779b1;
    hash ^= hash >>> 15;
  }
  for (; at < to; at++) hash = (hash ^ <i32>load<u8>(at)) * <i32>0x85ebca6b;
  hash ^= hash >>> 16;
  hash *= <i32>0x85ebca6b;
  hash ^= hash >>> 13;
  hash *= <i32>0xc2b2ae35;
  return hash ^ (hash >>> 16);
}
