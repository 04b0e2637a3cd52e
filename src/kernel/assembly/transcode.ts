const NOT_A_CHARACTER: u32 = 0xfffd;
/** How many bytes may begin a character of more, from 81 on, and end one of two, from 40 on. */
const LEADS: u32 = 126;
const TRAILS: u32 = 191;
const FIRST_TRAIL: u32 = 0x40;
/** What characters of three bytes have in common in UTF-8, the first byte lowest. */
const THREE_BYTES: u32 = 0x8080e0;
/** Where the characters of four bytes begin among the code points, and how many of them are below U+10000. */
const FOUR_BYTES: usize = 126 * 191;
const BASIC: u32 = 39_420;
/** Number of U+10000 among the characters of four bytes, and of the last. */
const SUPPLEMENTARY: u32 = 189_000;
const LAST: u32 = 1_237_575;

/** Where the text transcoded last ends. */
export let transcodedEnd: usize = 0;

/**
 * Makes UTF-8 of GB18030; false where TextDecoder must have a look. `codes`: the code points of the characters of two
 * bytes, and behind them those of four bytes below U+10000, 16 bits each, U+FFFD for none. Up to a byte behind the answer
 * is written to.
 */
export function transcode(from: usize, to: usize, codes: usize, target: usize): bool {
  let out = target;
  let at = from;
  while (at < to) {
    const lead = <u32>load<u8>(at);
    if (lead < 0x80) {
      store<u8>(out++, <u8>lead);
      at++;
      continue;
    }
    if (lead - 0x81 >= LEADS || at + 1 === to) return false;
    const trail = <u32>load<u8>(at, 1) - FIRST_TRAIL;
    let code: u32;
    if (trail < TRAILS) {
      code = <u32>load<u16>(codes + (((lead - 0x81) * TRAILS + trail) << 1));
      at += 2;
    } else {
      if (at + 4 > to) return false;
      code = fourBytes(at, codes);
      at += 4;
    }
    if (code === NOT_A_CHARACTER) return false;
    if (code - 0x800 < 0xf800) {
      store<u32>(out, THREE_BYTES | (code >> 12) | (((code >> 6) & 0x3f) << 8) | ((code & 0x3f) << 16));
      out += 3;
    } else out = put(code, out);
  }
  transcodedEnd = out;
  return true;
}

/** The character of the four bytes that stand here; U+FFFD where they are none. */
function fourBytes(at: usize, codes: usize): u32 {
  const lead = <u32>load<u8>(at) - 0x81;
  const second = <u32>load<u8>(at + 1) - 0x30;
  const third = <u32>load<u8>(at + 2) - 0x81;
  const fourth = <u32>load<u8>(at + 3) - 0x30;
  if (second > 9 || third > 125 || fourth > 9) return NOT_A_CHARACTER;
  const pointer = ((lead * 10 + second) * 126 + third) * 10 + fourth;
  if (pointer < BASIC) return <u32>load<u16>(codes + ((FOUR_BYTES + <usize>pointer) << 1));
  if (pointer < SUPPLEMENTARY || pointer > LAST) return NOT_A_CHARACTER;
  return pointer - SUPPLEMENTARY + 0x10000;
}

/** Writes a character of two or four bytes in UTF-8; where it ends. */
function put(code: u32, at: usize): usize {
  let out = at;
  if (code < 0x800) store<u8>(out++, <u8>(0xc0 | (code >> 6)));
  else {
    store<u8>(out++, <u8>(0xf0 | (code >> 18)));
    store<u8>(out++, <u8>(0x80 | ((code >> 12) & 0x3f)));
    store<u8>(out++, <u8>(0x80 | ((code >> 6) & 0x3f)));
  }
  store<u8>(out++, <u8>(0x80 | (code & 0x3f)));
  return out;
}
