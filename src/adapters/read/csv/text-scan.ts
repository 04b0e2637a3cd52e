import { CrmError } from '../../../errors.js';
import { endOfLastLine } from '../line-breaks.js';
import { LongLine, MAX_RECORD } from '../lines.js';
import { MAX_LINES_IN_RECORD, Records, type TextRow } from '../records.js';
import { MAX_COLUMNS } from '../sheet-limits.js';
import { longLine, type TextLayout } from '../text-rows.js';
import { filledByBytes } from './cell-content.js';
import type { RecordBlocks } from './record-blocks.js';
import { INCOMPLETE, RecordScanner, TOO_WIDE } from './record-scanner.js';
import { RowChecks } from './row-checks.js';
import type { RowTarget } from './row-target.js';
import type { Window } from './window.js';

/** Bytes that csv-parse takes over at a time where quoting is broken. */
const LOOSE_SLICE = 64 * 1024;

/** Most records taken one by one before it is tried again to take many at a time. */
const MOST_PATIENCE = 128;

/**
 * Rows of a text file out of the bytes at hand. Records that are quoted as they should be are scanned in place; at one
 * that is not, csv-parse takes over for the next 64 KB, on the same bytes, and rules what it is worth.
 */
export class TextScan {
  readonly #scanner: RecordScanner;
  readonly #checks: RowChecks;
  #line = 1;
  /** Records to be taken one by one before it is tried again to take many. */
  #single = 0;
  #patience = 1;
  #scratch = Buffer.alloc(4096);

  /** `encoding`: of the bytes. */
  constructor(
    private readonly file: string,
    private readonly layout: TextLayout,
    private readonly encoding: 'utf-8' | 'gb18030',
    private readonly target: RowTarget,
    /** Finds many records at once, where there is a kernel for it. */
    private readonly blocks: RecordBlocks | null,
  ) {
    this.#scanner = new RecordScanner(layout.delimiter.charCodeAt(0));
    this.#checks = new RowChecks(file, layout.skipFirstLine, layout.cutOff);
  }

  /** Takes all whole records; the position of the first that is not. */
  take({ bytes, end, place, scratch }: Window, final: boolean): number {
    const scanner = this.#scanner;
    let at = 0;
    while (at < end && !this.target.done) {
      if (this.#single > 0) this.#single--;
      else at = this.#blocks(at, end, place, scratch);
      if (at >= end) break;
      const next = scanner.scan(bytes, at, end, final);
      if (next > at && next - at <= MAX_RECORD && scanner.breaks <= MAX_LINES_IN_RECORD) {
        this.#row(bytes, scanner.cells, scanner.nul, scanner.unended, this.#line);
        this.#line += scanner.breaks;
        at = next;
        continue;
      }
      if (next === INCOMPLETE && !final && end - at <= MAX_RECORD) return at;
      if (next === TOO_WIDE) {
        throw new CrmError('too-many-columns', this.file, { line: this.#line, limit: MAX_COLUMNS });
      }
      const after = this.#loose(bytes, at, end, final);
      if (after === at) return at;
      at = after;
    }
    return at;
  }

  /**
   * Takes all records that can be taken many at a time; the position after them. Where there are none, that is tried less
   * and less often.
   */
  #blocks(start: number, end: number, place: number, scratch: number): number {
    let at = start;
    while (this.blocks !== null && this.#checks.begun && this.target.room > 0 && at < end) {
      const block = this.blocks.take(place + at, place + end, this.target.room, this.#line, scratch);
      if (block === null) {
        this.#patience = at === start ? Math.min(this.#patience * 2, MOST_PATIENCE) : 1;
        this.#single = at === start ? this.#patience : 0;
        break;
      }
      this.#checks.fine(block.rows, block.widths[block.rows - 1]!);
      this.target.block(block);
      this.#line = this.blocks.line;
      at = this.blocks.next - place;
    }
    return at;
  }

  #row(bytes: Uint8Array, cells: number, nul: boolean, unended: boolean, line: number): void {
    if (this.#checks.skips()) return;
    const { from, to } = this.#scanner;
    const filled = filledByBytes(bytes, from, to, Math.min(cells, MAX_COLUMNS), this.encoding);
    const problem = this.#checks.problem(line, cells, filled, nul, unended);
    if (problem !== null) this.target.bad(line, problem);
    else if (filled === 0) this.target.blank();
    else this.target.row(bytes, this.#scanner, cells, filled, line);
  }

  /** Reads on with csv-parse; the position after what it took, `start` where it needs more bytes. */
  #loose(bytes: Uint8Array, start: number, end: number, final: boolean): number {
    for (let size = LOOSE_SLICE; ; size *= 4) {
      const stop = endOfLines(bytes, start, start + size, end, final);
      if (stop === start) {
        if (end - start <= MAX_RECORD + 4) return start;
        throw longLine(this.file, bytes.subarray(start, end), this.#line);
      }
      const last = final && stop === end;
      const records = new Records(this.layout.delimiter, 'latin1', this.#line);
      const rows = this.#parsed(records, bytes.subarray(start, stop), last);
      if (rows.length > 0) {
        const unended = last && bytes[end - 1] !== 10 && bytes[end - 1] !== 13;
        this.#looseRows(rows, unended);
        this.#line = records.pending.line;
        return stop - records.pending.bytes;
      }
      if (stop === end || start + size >= end) return last ? end : start;
    }
  }

  #parsed(records: Records, slice: Uint8Array, final: boolean): readonly TextRow[] {
    try {
      return records.take(slice, final);
    } catch (error) {
      if (!(error instanceof LongLine)) throw error;
      throw longLine(this.file, error.bytes, 'line' in error.place ? error.place.line : this.#line);
    }
  }

  #looseRows(rows: readonly TextRow[], unended: boolean): void {
    for (const [index, row] of rows.entries()) {
      if (this.target.done) return;
      if (!('problem' in row)) {
        this.#looseRow(row.cells, unended && index === rows.length - 1, row.line);
        continue;
      }
      if (this.#checks.skips()) continue;
      this.#checks.unreadable(row.line);
      this.target.bad(row.line, row.problem);
    }
  }

  #looseRow(cells: readonly string[], unended: boolean, line: number): void {
    const { from, to, doubled } = this.#scanner;
    let length = 0;
    for (const cell of cells) length += cell.length;
    if (length > this.#scratch.length) this.#scratch = Buffer.alloc(length * 2);
    let at = 0;
    let nul = false;
    for (const [cell, text] of cells.entries()) {
      if (cell > MAX_COLUMNS) break;
      from[cell] = at;
      at += this.#scratch.write(text, at, 'latin1');
      to[cell] = at;
      doubled[cell] = 0;
      nul ||= text.includes('\0');
      if (text.startsWith('"')) this.target.loose(line);
    }
    this.#row(this.#scratch, cells.length, nul, unended, line);
  }
}

/** Where the whole lines of about `size` bytes from `start` end; `start` when not even one does. */
function endOfLines(bytes: Uint8Array, start: number, wanted: number, end: number, final: boolean): number {
  if (wanted >= end) return final ? end : start + endOfLastLine(bytes.subarray(start, end));
  const lf = bytes.lastIndexOf(10, wanted);
  return lf < start ? endOfLines(bytes, start, end, end, final) : lf + 1;
}
