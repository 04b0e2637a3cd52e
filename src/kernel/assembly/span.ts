// A cell that is narrowed to its content: as `clean` and its kin of adapters/values/span.ts, id.ts and phone.ts.

const HIGH_HALVES: u64 = ((<u64>0xf0f0f0f0) << 32) | 0xf0f0f0f0;
const ZEROS: u64 = ((<u64>0x30303030) << 32) | 0x30303030;
const SIXES: u64 = ((<u64>0x06060606) << 32) | 0x06060606;

/** The cell at hand. */
export let from: usize = 0;
export let to: usize = 0;

export function setSpan(start: usize, end: usize): void {
  from = start;
  to = end;
}

function at(place: usize): u8 {
  return load<u8>(place);
}

/** Takes blanks, the wrapper `="…"` and one apostrophe away from a cell that is not empty. `unicode`: it is UTF-8. */
export function clean(unicode: bool): void {
  if ((isPlain(at(from)) || (unicode && isHan(at(from)))) && (isPlain(at(to - 1)) || (unicode && endsInHan()))) return;
  trim(unicode);
  if (from === to) return;
  const first = at(from);
  if (first === 0x3d && to - from >= 3 && at(from + 1) === 0x22 && at(to - 1) === 0x22) {
    from += 2;
    to -= 1;
    trim(unicode);
  }
  if (from < to && at(from) === 0x27) {
    from += 1;
    trim(unicode);
  }
}

/** Visible ASCII from `(` on but `=`: nothing goes from in front of it or behind it. */
function isPlain(byte: u8): bool {
  return byte > 0x27 && byte < 0x7f && byte !== 0x3d;
}

/** The first byte of characters in UTF-8 among which there are no blanks: most of Chinese. */
function isHan(byte: u8): bool {
  return byte > 0xe3 && byte < 0xef;
}

function endsInHan(): bool {
  return at(to - 1) >= 0x80 && to - from >= 3 && isHan(at(to - 3));
}

function trim(unicode: bool): void {
  while (from < to) {
    const width: usize = at(from) <= 0x20 ? 1 : unicode ? blankAt() : 0;
    if (width === 0) break;
    from += width;
  }
  while (from < to) {
    const width: usize = at(to - 1) <= 0x20 ? 1 : unicode ? blankBefore() : 0;
    if (width === 0) break;
    to -= width;
  }
}

/** Bytes of the non-ASCII blank that starts the cell, 0 if none does. */
function blankAt(): usize {
  const lead = at(from);
  if (lead < 0xc2 || (lead > 0xe3 && lead !== 0xef)) return 0;
  if (lead === 0xc2) return to - from >= 2 && at(from + 1) === 0xa0 ? 2 : 0;
  return to - from >= 3 && isBlank3(from) ? 3 : 0;
}

function blankBefore(): usize {
  const last = at(to - 1);
  if (last < 0x80) return 0;
  if (last === 0xa0 && to - from >= 2 && at(to - 2) === 0xc2) return 2;
  return to - from >= 3 && isBlank3(to - 3) ? 3 : 0;
}

function isBlank3(place: usize): bool {
  const first = at(place);
  if (first < 0xe2) return false;
  const second = at(place + 1);
  const third = at(place + 2);
  if (first === 0xe2) {
    if (second === 0x81) return third === 0xa0;
    return second === 0x80 && ((third >= 0x80 && third <= 0x8b) || third === 0xa8 || third === 0xa9 || third === 0xaf);
  }
  if (first === 0xe3) return second === 0x80 && third === 0x80;
  return first === 0xef && second === 0xbb && third === 0xbf;
}

/** Whether the cell, in UTF-8, says "nothing". */
export function isBlankText(): bool {
  const length = to - from;
  if (length === 0) return true;
  if (length > 6) return false;
  const first = at(from);
  if (length === 1) return first === 0x2d || first === 0x3d;
  if (length === 2) return first === at(from + 1) && (first === 0x2d || first === 0x22);
  if (length === 3) return isDash(from) || (first === 0xe6 && at(from + 1) === 0x97 && at(from + 2) === 0xa0);
  if (length === 4) return isNull() || load<u32>(from) === 0x412f4e23;
  return length === 6 && isDash(from) && isDash(from + 3);
}

/** `null`, in any case. */
export function isNull(): bool {
  return (load<u32>(from) | 0x20202020) === 0x6c6c756e;
}

function isDash(place: usize): bool {
  return at(place) === 0xe2 && at(place + 1) === 0x80 && at(place + 2) === 0x94;
}

/** Takes `=` in front of digits, `No:` and `.0` away. */
export function cleanId(): void {
  if (to - from > 1 && at(from) === 0x3d && isDigit(from + 1)) from++;
  if (to - from > 3 && (at(from) | 0x20) === 0x6e && (at(from + 1) | 0x20) === 0x6f && at(from + 2) === 0x3a) {
    from += 3;
    while (from < to && at(from) === 0x20) from++;
  }
  if (to - from > 2 && at(to - 1) === 0x30 && at(to - 2) === 0x2e && allDigits(from, to - 2)) to -= 2;
}

export function isZeroId(): bool {
  return to - from === 1 && at(from) === 0x30;
}

/** `5.03918E+18`. */
export function isScientific(): bool {
  if (at(to - 1) > 0x39 || to - from < 4 || allDigits(from, to)) return false;
  let place = from;
  while (place < to && (isDigit(place) || at(place) === 0x2e)) place++;
  if (place === from || place + 3 > to || (at(place) | 0x20) !== 0x65 || at(place + 1) !== 0x2b) return false;
  return allDigits(place + 2, to);
}

/** 16 digits or more that end in 000. */
export function looksRounded(): bool {
  return to - from >= 16 && at(to - 1) === 0x30 && at(to - 2) === 0x30 && at(to - 3) === 0x30 && allDigits(from, to);
}

/** Takes the country code of China away. */
export function cleanPhone(): void {
  const plus: usize = from < to && at(from) === 0x2b ? 1 : starts(from, 0x30, 0x30) ? 2 : 0;
  if (!starts(from + plus, 0x38, 0x36)) return;
  let place = from + plus + 2;
  const dash = place < to && (at(place) === 0x2d || at(place) === 0x20);
  if (plus === 0 && !dash && to - place !== 11) return;
  while (place < to && (at(place) === 0x2d || at(place) === 0x20)) place++;
  if (place < to) from = place;
}

function starts(place: usize, first: u8, second: u8): bool {
  return place + 1 < to && at(place) === first && at(place + 1) === second;
}

function allDigits(start: usize, end: usize): bool {
  if (end - start < 8) {
    for (let place = start; place < end; place++) if (!isDigit(place)) return false;
    return end > start;
  }
  for (let place = start; place + 8 < end; place += 8) if (!areDigits(load<u64>(place))) return false;
  return areDigits(load<u64>(end - 8));
}

/** Whether eight bytes are digits: their high halves are 3, and are so still if 6 is added. */
function areDigits(bytes: u64): bool {
  return (bytes & HIGH_HALVES) === ZEROS && ((bytes + SIXES) & HIGH_HALVES) === ZEROS;
}

function isDigit(place: usize): bool {
  return <u8>(at(place) - 0x30) <= 9;
}
