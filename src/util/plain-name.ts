/** Longer names may be something else: ids of opened addresses have forty characters and more. */
const LONGEST = 39;

/** Phones have eleven digits, or more with a country code. */
const LONGEST_NUMBER = 10;
/** The words that stand for nobody are shorter: nine letters, or four characters of three bytes. */
const SHORTEST_WORD = 10;
const SHORTEST_WIDE = 15;

const DIGIT = 1;
const NOT_ZERO = 2;
const LETTER = 4;
const WIDE = 8;

/**
 * Whether bytes of UTF-8 are a name that needs no second look, as nearly all buyer ids are: of two or three of these
 * kinds: ASCII letters, digits, and characters beyond ASCII that are neither blanks nor full-width punctuation (common
 * Chinese characters, kana, everything from U+10000 on, such as emoji). `_`, `.`, `-` and the joiner of emoji may stand
 * among them. So it is not blank, masked, ciphertext, an address or one character over and over, and no word that stands
 * for nobody mixes kinds. One kind alone is plain as well where it is not one character over and over, and no phone
 * (digits, up to ten) and no such word (letters, at least ten; characters beyond ASCII, at least five).
 */
export function isPlainName(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from > LONGEST) return false;
  let kinds = 0;
  let varied = false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte !== bytes[from]) varied = true;
    if (byte >= 0x30 && byte <= 0x39) kinds |= byte === 0x30 ? DIGIT : DIGIT | NOT_ZERO;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) kinds |= LETTER;
    else if (byte >= 0x80) {
      const width = plainWidth(byte, bytes[at + 1]!, bytes[at + 2]!);
      if (width === 0 || at + width > to) return false;
      if (byte !== JOINER[0]) kinds |= WIDE;
      if (bytes[at + 1] !== bytes[from + 1] || bytes[at + 2] !== bytes[from + 2]) varied = true;
      at += width - 1;
    } else if (byte !== 0x5f && byte !== 0x2e && byte !== 0x2d) return false;
  }
  const length = to - from;
  if (kinds === (DIGIT | NOT_ZERO)) return varied && length <= LONGEST_NUMBER;
  if (kinds === LETTER) return varied && length >= SHORTEST_WORD;
  if (kinds === WIDE) return varied && length >= SHORTEST_WIDE;
  return kinds !== 0 && kinds !== DIGIT;
}

/** U+200D. */
const JOINER = [0xe2, 0x80, 0x8d] as const;

/** Bytes of the character that begins so, where it is plain: U+3040–30FF, U+4000–9FFF, U+10000 and above, U+200D; else 0. */
function plainWidth(first: number, second: number, third: number): number {
  if (first >= 0xe4 && first <= 0xe9) return 3;
  if (first >= 0xf0) return 4;
  if (first === 0xe3) return second >= 0x81 && second <= 0x83 ? 3 : 0;
  return first === JOINER[0] && second === JOINER[1] && third === JOINER[2] ? 3 : 0;
}
