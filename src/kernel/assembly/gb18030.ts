// Goes over GB18030 sixty-four bytes at a time, a bit for each byte in a number, as far as it is ASCII and characters
// of two bytes. All rules about anything else stand in Gb18030Check of adapters/read.

import { bitsOf } from './bits';

/** Bits at 0, 2, 4 … */
const EVEN: u64 = ~(<u64>0) / 3;

/** What is known of lines, as two numbers one after another. The order is known to adapters/read. */
@unmanaged
export class LineCount {
  /** 1: the line at hand has shown a character beyond ASCII, and it is counted or told. */
  known: i32;
  /** Lines passed that are no UTF-8. */
  others: i32;
}

/**
 * Goes on from `from`, where a character begins. The answer is the position of the first character that is neither
 * ASCII nor two bytes, of one that `end` cuts off, or `end`. `lines`: 0, nobody asks for them; 1, it also stops at the
 * first character beyond ASCII of each line; 2, only where the line may be UTF-8 from there on, and the others are
 * counted. Behind `end` stand 64 zero bytes.
 */
export function passGb18030(from: usize, end: usize, lineEnd: i32, lines: i32, count: LineCount): usize {
  let known = lines === 0 || count.known !== 0;
  let others = 0;
  /** Bit 0: the first byte ends a character. */
  let begun: u64 = 0;
  let stopped = end;
  const lineEnds = i8x16.splat(<i8>lineEnd);
  for (let at = from; at < end; at += 64) {
    const a = v128.load(at);
    const b = v128.load(at, 16);
    const c = v128.load(at, 32);
    const d = v128.load(at, 48);
    if (begun === 0 && i8x16.bitmask(v128.or(v128.or(a, b), v128.or(c, d))) === 0) {
      if (lines !== 0 && known) known = !holds(a, b, c, d, lineEnds);
      continue;
    }
    // A byte above 7F begins a character unless it ends one: in a run of them every second one, from its start.
    const above = bitsOf(a, b, c, d);
    const high = above & ~begun;
    const evenStarts = high & ~(high << 1) & EVEN;
    const evenRuns = high & ~(high + evenStarts);
    const first = (evenRuns & EVEN) | (high & ~evenRuns & ~EVEN);
    const second = (first << 1) | begun;
    // Where every second byte is above 7F as well, only 80 and FF could be wrong.
    let bad: u64 = 0;
    if ((second & ~above) !== 0 || mayBeRare(a, b, c, d)) {
      bad =
        (second & bitsOf(noSecond(a), noSecond(b), noSecond(c), noSecond(d))) |
        (first & bitsOf(noFirst(a), noFirst(b), noFirst(c), noFirst(d)));
    }
    // Where the character with the bad byte begins: −1 for one that was begun in the bytes before.
    let stop: i32 = 64;
    if (bad !== 0) {
      const place = ctz(bad);
      stop = <i32>place - <i32>((second >> place) & 1);
    }
    if (lines !== 0) {
      const before: u64 = stop > 63 ? ~0 : stop < 1 ? 0 : ((<u64>1) << stop) - 1;
      let ends: u64 = 0;
      if (holds(a, b, c, d, lineEnds)) {
        ends = bitsOf(i8x16.eq(a, lineEnds), i8x16.eq(b, lineEnds), i8x16.eq(c, lineEnds), i8x16.eq(d, lineEnds));
        ends &= before;
      }
      let starts = first & before;
      for (;;) {
        if (known) {
          if (ends === 0) break;
          // What stands up to the end of the line is of no more interest.
          const passed = ends ^ (ends - 1);
          ends &= ~passed;
          starts &= ~passed;
          known = false;
        } else {
          if (starts === 0) break;
          const place = ctz(starts);
          const character = at + <usize>place;
          if (lines === 1 || mayBeUtf8(character, end, <u8>lineEnd)) {
            count.known = 0;
            count.others += others;
            return character;
          }
          ends &= ~(starts ^ (starts - 1));
          others++;
          known = true;
        }
      }
    }
    if (bad !== 0) {
      stopped = at + stop;
      begun = 0;
      break;
    }
    begun = first >> 63;
  }
  count.known = <i32>known;
  count.others += others;
  return stopped - <usize>begun;
}

function holds(a: v128, b: v128, c: v128, d: v128, wanted: v128): bool {
  return v128.any_true(
    v128.or(v128.or(i8x16.eq(a, wanted), i8x16.eq(b, wanted)), v128.or(i8x16.eq(c, wanted), i8x16.eq(d, wanted))),
  );
}

/** Whether some byte is 80 or FF (or 00 or 7F): with one added all of them have no bit between the highest and lowest. */
function mayBeRare(a: v128, b: v128, c: v128, d: v128): bool {
  const least = i8x16.min_u(i8x16.min_u(between(a), between(b)), i8x16.min_u(between(c), between(d)));
  return !i8x16.all_true(least);
}

function between(bytes: v128): v128 {
  return v128.and(i8x16.add(bytes, i8x16.splat(1)), i8x16.splat(0x7e));
}

/** Bytes that cannot end a character of two: below 40, 7F and FF. */
function noSecond(bytes: v128): v128 {
  const seven = i8x16.splat(0x7f);
  return v128.or(i8x16.lt_u(bytes, i8x16.splat(0x40)), i8x16.eq(v128.and(bytes, seven), seven));
}

/** Bytes above 7F that cannot begin a character of two: 80 and FF. */
function noFirst(bytes: v128): v128 {
  return v128.or(i8x16.eq(bytes, i8x16.splat(-128)), i8x16.eq(bytes, i8x16.splat(-1)));
}

/** Whether a line may be UTF-8 from a position to its end, as far as it can be seen. */
function mayBeUtf8(from: usize, end: usize, lineEnd: u8): bool {
  let at = from;
  while (at + 4 <= end) {
    const lead = load<u8>(at);
    if (lead === lineEnd) return true;
    const width: usize = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (width === 0) return false;
    for (let next: usize = 1; next < width; next++) if ((load<u8>(at + next) & 0xc0) !== 0x80) return false;
    at += width;
  }
  return true;
}
