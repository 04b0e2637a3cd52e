/** Longer names may be something else; these and the numbers below are those of util/plain-name.ts. */
const LONGEST: usize = 39;
const LONGEST_NUMBER: usize = 10;
const SHORTEST_WORD: usize = 10;
const SHORTEST_WIDE: usize = 15;

const DIGIT: i32 = 1;
const NOT_ZERO: i32 = 2;
const LETTER: i32 = 4;
const WIDE: i32 = 8;

/** For each of `count` texts a byte, 1 where `isPlainName` of util/plain-name.ts has it so. `bytes`: where offset 0 is. */
export function plainNames(offsets: usize, count: i32, bytes: usize, plain: usize): void {
  for (let at: usize = 0; at < <usize>count; at++) {
    const from = bytes + <usize>load<u32>(offsets + (at << 2));
    const to = bytes + <usize>load<u32>(offsets + (at << 2), 4);
    store<u8>(plain + at, isPlain(from, to) ? 1 : 0);
  }
}

function isPlain(from: usize, to: usize): bool {
  const length = to - from;
  if (length > LONGEST) return false;
  let kinds = 0;
  let varied = false;
  for (let at = from; at < to; at++) {
    const byte = <i32>load<u8>(at);
    if (byte !== <i32>load<u8>(from)) varied = true;
    if (byte >= 0x30 && byte <= 0x39) kinds |= byte === 0x30 ? DIGIT : DIGIT | NOT_ZERO;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) kinds |= LETTER;
    else if (byte >= 0x80) {
      const width = plainWidth(byte, load<u8>(at, 1), load<u8>(at, 2));
      if (width === 0 || at + width > to) return false;
      if (byte !== 0xe2) kinds |= WIDE;
      if (load<u16>(at, 1) !== load<u16>(from, 1)) varied = true;
      at += width - 1;
    } else if (byte !== 0x5f && byte !== 0x2e && byte !== 0x2d) return false;
  }
  if (kinds === (DIGIT | NOT_ZERO)) return varied && length <= LONGEST_NUMBER;
  if (kinds === LETTER) return varied && length >= SHORTEST_WORD;
  if (kinds === WIDE) return varied && length >= SHORTEST_WIDE;
  return kinds !== 0 && kinds !== DIGIT;
}

function plainWidth(first: i32, second: u8, third: u8): usize {
  if (first >= 0xe4 && first <= 0xe9) return 3;
  if (first >= 0xf0) return 4;
  if (first === 0xe3) return second >= 0x81 && second <= 0x83 ? 3 : 0;
  return first === 0xe2 && second === 0x80 && third === 0x8d ? 3 : 0;
}
