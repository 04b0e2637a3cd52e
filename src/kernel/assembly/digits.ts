const ZEROS: u64 = ((<u64>0x30303030) << 32) | 0x30303030;
const SIXES: u64 = ((<u64>0x06060606) << 32) | 0x06060606;
const HIGH_HALVES: u64 = ((<u64>0xf0f0f0f0) << 32) | 0xf0f0f0f0;
const PAIRS: u64 = ((<u64>0x00ff00ff) << 32) | 0x00ff00ff;
const FOURS: u64 = ((<u64>0x0000ffff) << 32) | 0x0000ffff;

/** How many digits stand at `at`, up to eight. */
export function digitsAt(at: usize): i32 {
  const word = load<u64>(at) ^ ZEROS;
  return <i32>(ctz((word | (word + SIXES)) & HIGH_HALVES) >>> 3);
}

/** The number that the `count` digits at `at` write, one to eight of them. */
export function numberOf(at: usize, count: i32): u32 {
  let word = (load<u64>(at) ^ ZEROS) << (64 - 8 * count);
  word = (word * 10 + (word >>> 8)) & PAIRS;
  word = (word * 100 + (word >>> 16)) & FOURS;
  return <u32>(word * 10_000 + (word >>> 32));
}
