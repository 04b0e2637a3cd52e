/** Longer names may be something else: ids of opened addresses have forty characters and more. */
const LONGEST = 39;

/**
 * Whether bytes of UTF-8 are a name that needs no second look, as nearly all buyer ids are: ASCII letters, digits, `_`
 * and common Chinese characters (U+4000–9FFF), of two or three of these kinds (`_` is none). So it is not blank, masked,
 * ciphertext, an address or one character over and over, and no word that stands for nobody mixes them.
 */
export function isPlainName(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from > LONGEST) return false;
  let kinds = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte >= 0x30 && byte <= 0x39) kinds |= 1;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) kinds |= 2;
    else if (byte >= 0xe4 && byte <= 0xe9 && at + 2 < to) {
      kinds |= 4;
      at += 2;
    } else if (byte !== 0x5f) return false;
  }
  return kinds === 3 || kinds >= 5;
}
