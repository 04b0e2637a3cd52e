const FIRST_LEAD = 0x81;
const FIRST_TRAIL = 0x40;
const TRAILS = 0xff - FIRST_TRAIL;
const LEADS = 0xff - FIRST_LEAD;
const NOT_A_CHARACTER = 0xfffd;
const BASIC_FOUR_BYTES = 39_420;
const LINE_FEED = 0x0a;

let table: Uint16Array | null = null;
let everyCharacter: Uint16Array | null = null;

/**
 * Transcodes GB18030 to UTF-8 bytes without making a string: one- and two-byte characters by table. Returns the length
 * written to `target` (which must hold 3 bytes for every 2 of the range, plus 3), or −1 where a four-byte character or a
 * byte that is none stands: such values go through TextDecoder.
 */
export function transcodeGb18030(bytes: Uint8Array, from: number, to: number, target: Uint8Array): number {
  const codes = twoByteCharacters();
  let out = 0;
  let at = from;
  while (at < to) {
    const lead = bytes[at++]!;
    if (lead < 0x80) {
      target[out++] = lead;
      continue;
    }
    const trail = at < to ? bytes[at++]! : 0;
    if (lead < FIRST_LEAD || lead === 0xff || trail < FIRST_TRAIL || trail === 0xff) return -1;
    const code = codes[(lead - FIRST_LEAD) * TRAILS + trail - FIRST_TRAIL]!;
    if (code === NOT_A_CHARACTER) return -1;
    if (code < 0x800) {
      target[out++] = 0xc0 | (code >> 6);
    } else {
      target[out++] = 0xe0 | (code >> 12);
      target[out++] = 0x80 | ((code >> 6) & 0x3f);
    }
    target[out++] = 0x80 | (code & 0x3f);
  }
  return out;
}

/** Code points of the two-byte characters: 191 trail bytes from 0x40 on for each lead byte from 0x81 on; U+FFFD for none. */
export function twoByteCharacters(): Uint16Array {
  table ??= buildTable();
  return table;
}

/** The same, and behind them the characters of four bytes below U+10000. */
export function gb18030Characters(): Uint16Array {
  everyCharacter ??= joined(twoByteCharacters(), fourByteCharacters());
  return everyCharacter;
}

function joined(one: Uint16Array, other: Uint16Array): Uint16Array {
  const both = new Uint16Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/** From the runtime's own decoder: it is the reference for them. */
function buildTable(): Uint16Array {
  const pairs = new Uint8Array(LEADS * TRAILS * 3);
  for (let lead = 0, at = 0; lead < LEADS; lead++) {
    for (let trail = 0; trail < TRAILS; trail++, at += 3) {
      pairs[at] = lead + FIRST_LEAD;
      pairs[at + 1] = trail + FIRST_TRAIL;
      pairs[at + 2] = LINE_FEED;
    }
  }
  return lines(new TextDecoder('gb18030').decode(pairs), new Uint16Array(LEADS * TRAILS).fill(NOT_A_CHARACTER));
}

/** Puts the only character of each line into `codes`, unless it is ASCII; lines of several characters are passed over. */
function lines(text: string, codes: Uint16Array): Uint16Array {
  for (let index = 0, at = 0; index < codes.length; index++, at++) {
    const start = at;
    while (at < text.length && text.charCodeAt(at) !== LINE_FEED) at++;
    if (at === start + 1 && text.charCodeAt(start) > 0x7f) codes[index] = text.charCodeAt(start);
  }
  return codes;
}

/** Code points of the characters of four bytes below U+10000, in the order of the standard; U+FFFD for none. */
function fourByteCharacters(): Uint16Array {
  const codes = new Uint16Array(BASIC_FOUR_BYTES).fill(NOT_A_CHARACTER);
  const text = new TextDecoder('gb18030').decode(fourBytes());
  if (text.length !== BASIC_FOUR_BYTES) return codes;
  for (let index = 0; index < codes.length; index++) codes[index] = text.charCodeAt(index);
  return codes;
}

/** Them all, from 81 30 81 30 on: the last bytes of four run through 30–39, the third through 81–FE, and so on. */
function fourBytes(): Uint8Array {
  const bytes = new Uint8Array(BASIC_FOUR_BYTES * 4);
  let [first, second, third, fourth] = [FIRST_LEAD, 0x30, FIRST_LEAD, 0x30];
  for (let at = 0; at < bytes.length; at += 4) {
    bytes[at] = first;
    bytes[at + 1] = second;
    bytes[at + 2] = third;
    bytes[at + 3] = fourth;
    if (++fourth <= 0x39) continue;
    fourth = 0x30;
    if (++third <= 0xfe) continue;
    third = FIRST_LEAD;
    if (++second <= 0x39) continue;
    second = 0x30;
    first++;
  }
  return bytes;
}
