const FIRST: i32 = <i32>0x9e3779b1;
const SECOND: i32 = <i32>0x85ebca77;
const THIRD: i32 = <i32>0xc2b2ae3d;

/** An odd number of 64 bits, ⌊2⁶⁴ / golden ratio⌋. */
const KEY: u64 = ((<u64>0x9e3779b9) << 32) | 0x7f4a7c15;

/** As `hashOf` of util/byte-hash.ts. */
export function hashText(from: usize, to: usize): i32 {
  const length = <i32>(to - from);
  let a = length ^ FIRST;
  let b = length ^ SECOND;
  if (length >= 8) {
    for (let at = from; at < to - 8; at += 8) {
      a = round(a, load<i32>(at));
      b = round(b, load<i32>(at, 4));
    }
    a = round(a, load<i32>(to - 8));
    b = round(b, load<i32>(to - 4));
  } else if (length >= 4) {
    a = round(a, load<i32>(from));
    b = round(b, load<i32>(to - 4));
  } else if (length > 0) {
    const middle = <i32>load<u8>(from + (length >> 1));
    a = round(a, <i32>load<u8>(from) | (middle << 8) | ((<i32>load<u8>(to - 1)) << 16));
  }
  let hash = rotl<i32>(a, 7) + b;
  hash = (hash ^ (hash >>> 15)) * SECOND;
  hash = (hash ^ (hash >>> 13)) * THIRD;
  return hash ^ (hash >>> 16);
}

/** A number that unlike texts mostly differ in, told by a few of their bytes: not the hash of a dictionary. */
export function keyOf(from: usize, to: usize): i32 {
  const length = to - from;
  if (length < 8) return hashText(from, to);
  const words = load<u64>(to - 8) ^ rotl<u64>(load<u64>(from + ((length - 8) >> 1)), 29);
  return <i32>((words * KEY) >> 32) ^ <i32>length;
}

function round(lane: i32, word: i32): i32 {
  return rotl<i32>(lane + word * SECOND, 13) * FIRST;
}
