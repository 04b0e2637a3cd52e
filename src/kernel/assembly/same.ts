/** Whether the bytes from `start` to `end` are those from `from` to `to`. */
export function isSame(start: usize, end: usize, from: usize, to: usize): bool {
  const length = end - start;
  if (length !== to - from) return false;
  let at: usize = 0;
  for (; at + 8 <= length; at += 8) if (load<u64>(start + at) !== load<u64>(from + at)) return false;
  for (; at < length; at++) if (load<u8>(start + at) !== load<u8>(from + at)) return false;
  return true;
}
