// Scans records of separated text, as RecordScanner of adapters/read/csv does, many in one go.
//
// Sixty-four bytes at a time are compared with what can end a cell, and a bit each says which of them do. Only records
// as nearly all are get done here: quoted as they should be, ended by LF or CRLF. In front of the first that is anything
// else, or does not end within the bytes at hand, the scan stops.

import { bitsOf } from './bits';
import { ScanJob } from './scan-job';

const QUOTE: u8 = 34;
const LF: u8 = 10;
const CR: u8 = 13;
/** LF, CR and zero are below it, and bytes as rare as these. */
const CONTROLS: u8 = 14;

/**
 * Scans from `start` up to `room` records that end before `end`; their number. Cells that are not there begin and end
 * at 0. Doubled quotes of wanted cells are made single in place. 64 bytes behind `end` may be looked at.
 */
export function scanRecords(job: ScanJob, start: usize, end: usize, room: i32): i32 {
  const delimiter = <u8>job.delimiter;
  const wanted = job.wanted;
  const stride = (<usize>job.stride) << 2;
  const quoteVector = i8x16.splat(<i8>QUOTE);
  const delimiterVector = i8x16.splat(<i8>delimiter);
  const controlVector = i8x16.splat(<i8>CONTROLS);
  let block = start - 64;
  let quotes: u64 = 0;
  let stops: u64 = 0;
  let controls: u64 = 0;
  let line = job.line;
  let next = start;
  let row = 0;
  while (row < room) {
    let at = next;
    let cell = 0;
    let doubled: usize = 0;
    let inside: u64 = 0;
    let lastCell = -1;
    let lastFrom: usize = 0;
    let column = wanted;
    let wantedCell = load<i32>(column);
    let place = job.places + ((<usize>row) << 2);
    let found: u8 = 0;
    for (;;) {
      if (at >= end) break;
      const quoted = load<u8>(at) === QUOTE;
      at += <usize>quoted;
      const first = at;
      let pairs = false;
      for (;;) {
        let offset = at - block;
        if (offset >= 64) {
          block = at;
          offset = 0;
          const a = v128.load(at);
          const b = v128.load(at, 16);
          const c = v128.load(at, 32);
          const d = v128.load(at, 48);
          quotes = bitsOf(
            i8x16.eq(a, quoteVector),
            i8x16.eq(b, quoteVector),
            i8x16.eq(c, quoteVector),
            i8x16.eq(d, quoteVector),
          );
          controls = bitsOf(
            i8x16.lt_u(a, controlVector),
            i8x16.lt_u(b, controlVector),
            i8x16.lt_u(c, controlVector),
            i8x16.lt_u(d, controlVector),
          );
          stops =
            controls |
            bitsOf(
              i8x16.eq(a, delimiterVector),
              i8x16.eq(b, delimiterVector),
              i8x16.eq(c, delimiterVector),
              i8x16.eq(d, delimiterVector),
            );
        }
        const mask = (quoted ? quotes : stops) >> offset;
        inside |= (controls >> offset) & ((mask & -mask) - 1);
        if (mask === 0) {
          at = block + 64;
          if (at >= end) break;
          continue;
        }
        at += <usize>ctz(mask);
        if (at >= end) break;
        if (!quoted) {
          found = load<u8>(at);
          if (found === delimiter || found === LF || found === CR || found === 0) break;
          at++;
        } else {
          if (load<u8>(at + 1) !== QUOTE) break;
          pairs = true;
          at += 2;
        }
      }
      const close = at;
      at += <usize>quoted;
      if (at >= end) break;
      found = load<u8>(at);
      if (cell === wantedCell) {
        store<i32>(place, <i32>first);
        store<i32>(place + stride, <i32>close);
        if (pairs) store<i32>(job.doubled + (doubled++ << 2), <i32>place);
        place += stride << 1;
        column += 4;
        wantedCell = load<i32>(column);
      }
      if (close > first) {
        lastFrom = first;
        lastCell = cell;
      }
      cell++;
      if (found !== delimiter) break;
      if (cell > job.mostColumns) break;
      at++;
    }
    if (at >= end || lastCell < 0 || load<u8>(job.content + <usize>load<u8>(lastFrom)) === 0) break;
    let after = at + 1;
    if (found === CR) {
      if (after >= end || load<u8>(after) !== LF) break;
      after++;
    } else if (found !== LF) break;
    const breaks = inside === 0 ? 1 : lineBreaks(next, at);
    if (breaks === 0 || breaks > job.mostLines || <i32>(after - next) > job.mostBytes) break;
    while (wantedCell !== i32.MAX_VALUE) {
      store<i32>(place, 0);
      store<i32>(place + stride, 0);
      place += stride << 1;
      column += 4;
      wantedCell = load<i32>(column);
    }
    while (doubled > 0) unquote(<usize>load<i32>(job.doubled + (--doubled << 2)), stride);
    store<i32>(job.lines + ((<usize>row) << 2), line);
    store<i32>(job.cells + ((<usize>row) << 2), cell);
    store<i32>(job.filled + ((<usize>row) << 2), lastCell + 1);
    line += breaks;
    next = after;
    row++;
  }
  job.line = line;
  job.next = next;
  return row;
}

/** Lines that end in a record or with it; 0 where it holds a CR on its own or a zero byte, which need a closer look. */
function lineBreaks(from: usize, to: usize): i32 {
  let breaks = 1;
  for (let at = from; at < to; at++) {
    const byte = load<u8>(at);
    if (byte === LF) breaks++;
    else if (byte === 0 || (byte === CR && load<u8>(at + 1) !== LF)) return 0;
  }
  return breaks;
}

/** Makes the doubled quotes of a cell single; `place` holds its start, `place + stride` its end. */
function unquote(place: usize, stride: usize): void {
  const to = <usize>load<i32>(place + stride);
  let out = <usize>load<i32>(place);
  for (let at = out; at < to; at++) {
    const byte = load<u8>(at);
    store<u8>(out++, byte);
    if (byte === QUOTE) at++;
  }
  store<i32>(place + stride, <i32>out);
}
