const FIRST_SUPPLEMENTARY = 0x10000;
/** Pointer of U+10000 in the four-byte part of the standard: 90 30 81 30. */
const SUPPLEMENTARY_POINTER = 189_000;
/** Four-byte pointers below this stand for characters of the basic plane: 81 30 81 30 to 84 31 A4 39. */
const BASIC_POINTERS = 39_420;
const REPLACEMENT = 0xfffd;
const REPLACEMENT_BYTES = 0x8431a437;

let table: Uint32Array | null = null;

/**
 * A text in GB18030, every character exact: ASCII in one byte, common Han in two, the rest (rare Han, emoji) in four.
 * The table is made once, from what TextDecoder reads: what it writes is what is read back. What has no bytes there (lone
 * surrogates, 19 characters for private use) becomes U+FFFD, as lone surrogates do in UTF-8.
 */
export function encodeGb18030(text: string): Uint8Array {
  table ??= encodings();
  const bytes = new Uint8Array(text.length * 4);
  let at = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      bytes[at++] = unit;
      continue;
    }
    let code = table[unit]!;
    if (unit >= 0xd800 && unit <= 0xdfff) {
      const point = text.codePointAt(index)!;
      if (point >= FIRST_SUPPLEMENTARY) index++;
      code = point < FIRST_SUPPLEMENTARY ? REPLACEMENT_BYTES : supplementary(point);
    }
    if (code > 0xffff) {
      bytes[at++] = code >>> 24;
      bytes[at++] = code >>> 16;
    }
    bytes[at++] = code >>> 8;
    bytes[at++] = code;
  }
  return bytes.subarray(0, at);
}

function supplementary(point: number): number {
  return fourBytes(point - FIRST_SUPPLEMENTARY + SUPPLEMENTARY_POINTER);
}

/** The four bytes of a pointer, the first in the highest place: digits of base 126, 10, 126, 10. */
function fourBytes(pointer: number): number {
  const fourth = (pointer % 10) + 0x30;
  const third = (Math.floor(pointer / 10) % 126) + 0x81;
  const second = (Math.floor(pointer / 1260) % 10) + 0x30;
  const first = Math.floor(pointer / 12_600) + 0x81;
  return ((first << 24) | (second << 16) | (third << 8) | fourth) >>> 0;
}

/** Two or four bytes, as one number, of each unit of the basic plane. Two bytes win where both exist. */
function encodings(): Uint32Array {
  const codes = new Uint32Array(0x10000).fill(REPLACEMENT_BYTES);
  const four: number[] = [];
  for (let pointer = 0; pointer < BASIC_POINTERS; pointer++) four.push(fourBytes(pointer));
  const two: number[] = [];
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) if (second !== 0x7f) two.push(first * 256 + second);
  }
  learn(codes, four, 4);
  learn(codes, two, 2);
  return codes;
}

/** Decodes every candidate, a line each, and notes those that stand for one character. */
function learn(codes: Uint32Array, candidates: readonly number[], width: 2 | 4): void {
  const lines = new Uint8Array(candidates.length * (width + 1));
  let at = 0;
  for (const candidate of candidates) {
    for (let shift = (width - 1) * 8; shift >= 0; shift -= 8) lines[at++] = candidate >>> shift;
    lines[at++] = 0x0a;
  }
  const decoded = new TextDecoder('gb18030').decode(lines).split('\n');
  for (const [index, text] of decoded.entries()) {
    if (text.length === 1 && text.charCodeAt(0) !== REPLACEMENT) codes[text.charCodeAt(0)] = candidates[index]!;
  }
}
