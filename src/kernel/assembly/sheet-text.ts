const LESS: u8 = 60;
const AMPERSAND: u8 = 38;
const UNDERSCORE: u8 = 95;

/** The position of the next `<`; 0 where there is none before `limit`. Up to 16 bytes behind `limit` are looked at. */
export function textEnd(from: usize, limit: usize): usize {
  const less = i8x16.splat(<i8>LESS);
  for (let at = from; at < limit; at += 16) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(at), less));
    if (found !== 0) {
      const end = at + ctz(found);
      return end < limit ? end : 0;
    }
  }
  return 0;
}

/**
 * The same where all characters before it stand for themselves, as `isPlainText` says; 0 where they do not. Looks at the
 * text once, not twice.
 */
export function plainTextEnd(from: usize, limit: usize): usize {
  const less = i8x16.splat(<i8>LESS);
  const ampersand = i8x16.splat(<i8>AMPERSAND);
  const cr = i8x16.splat(<i8>13);
  const underscore = i8x16.splat(<i8>UNDERSCORE);
  for (let at = from; at < limit; at += 16) {
    const bytes = v128.load(at);
    const ends = v128.or(i8x16.eq(bytes, less), i8x16.eq(bytes, underscore));
    const others = v128.or(i8x16.eq(bytes, ampersand), i8x16.eq(bytes, cr));
    for (let found = i8x16.bitmask(v128.or(ends, others)); found !== 0; found &= found - 1) {
      const place = at + ctz(found);
      const byte = load<u8>(place);
      if (byte === LESS) return place < limit ? place : 0;
      if (byte !== UNDERSCORE || (load<u8>(place + 1) | 32) === 120) return 0;
    }
  }
  return 0;
}

/** The position after the tag that goes on at `at`; 0 where it does not end before `limit`. `>` in quotes belongs to it. */
export function tagEnd(at: usize, limit: usize): usize {
  let quote: u32 = 0;
  for (; at < limit; at++) {
    const byte = <u32>load<u8>(at);
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === 62) return at + 1;
    else if (byte === 34 || byte === 39) quote = byte;
  }
  return 0;
}

/** Whether all characters of a text stand for themselves: no reference, no CR, no escape `_x…_`. */
export function isPlainText(from: usize, to: usize): bool {
  const ampersand = i8x16.splat(<i8>AMPERSAND);
  const cr = i8x16.splat(<i8>13);
  const underscore = i8x16.splat(<i8>UNDERSCORE);
  for (let at = from; at < to; at += 16) {
    const bytes = v128.load(at);
    const marks = v128.or(v128.or(i8x16.eq(bytes, ampersand), i8x16.eq(bytes, cr)), i8x16.eq(bytes, underscore));
    if (!v128.any_true(marks)) continue;
    const end = min(at + 16, to);
    for (let place = at; place < end; place++) {
      const byte = load<u8>(place);
      if (byte === AMPERSAND || byte === 13) return false;
      if (byte === UNDERSCORE && (load<u8>(place + 1) | 32) === 120) return false;
    }
  }
  return true;
}

/** Whether a text has anything to read: 1, 0, or −1 where it begins so that this is hard to tell. */
export function textShows(from: usize, to: usize): i32 {
  let at = from;
  while (at < to && isAsciiBlank(load<u8>(at))) at++;
  if (at === to) return 0;
  const byte = <u32>load<u8>(at);
  if (byte < 128) return byte > 32 && byte !== AMPERSAND && byte !== UNDERSCORE ? 1 : -1;
  const next = load<u8>(at + 1);
  if (byte === 0xc2) return next === 0xa0 ? -1 : 1;
  if (byte === 0xe1) return next === 0x9a ? -1 : 1;
  if (byte === 0xe2) return next === 0x80 || next === 0x81 ? -1 : 1;
  if (byte === 0xe3) return next === 0x80 && load<u8>(at + 2) === 0x80 ? -1 : 1;
  return byte === 0xef && next === 0xbb ? -1 : 1;
}

function isAsciiBlank(byte: u32): bool {
  return byte === 32 || (byte > 8 && byte < 14);
}
