/**
 * Whether the bytes from `start` to `end` are those from `from` to `to`: the last ones first, where texts mostly differ. Up
 * to eight bytes behind them are read.
 */
export function isSame(start: usize, end: usize, from: usize, to: usize): bool {
  const length = end - start;
  if (length !== to - from) return false;
  if (length < 8) return (load<u64>(start) ^ load<u64>(from)) << ((8 - <u64>length) << 3) === 0 || length === 0;
  if (load<u64>(end - 8) !== load<u64>(to - 8)) return false;
  for (let at: usize = 0; at + 8 < length; at += 8) {
    if (load<u64>(start + at) !== load<u64>(from + at)) return false;
  }
  return true;
}
