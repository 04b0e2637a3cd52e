import { CsvError, parse } from 'csv-parse/sync';
import { countLineBreaks, endOfLine, endOfSlice } from './line-breaks.js';
import { LongLine, MAX_RECORD } from './lines.js';
import { quoteRunsOver } from './quoting.js';
import type { ReaderProblem } from './sheet.js';

/** More line breaks than this inside one record: a quote was opened and never closed. */
export const MAX_LINES_IN_RECORD = 50;

/** Bytes parsed at a time: what has to be parsed again after a broken quote. */
const SLICE = 64 * 1024;

/** One record of a text file: its cells, quoting removed, or what is wrong with it. */
export type TextRow =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly problem: ReaderProblem };

/**
 * Takes blocks of whole lines and gives the records in them, with the physical line each starts on. The record at the
 * end of a block waits for the next one while it may go on. A quote that is never closed costs its own line only:
 * reading starts again at the next line.
 */
export class Records {
  private rest: Uint8Array = new Uint8Array(0);
  private afterCarriageReturn = false;

  /** `encoding`: how cells become strings, `latin1` keeping their bytes; `line`: of the first record. */
  constructor(
    private readonly delimiter: string,
    private readonly encoding: 'utf8' | 'latin1' = 'utf8',
    private line = 1,
  ) {}

  /** Bytes taken that are not yet part of a record, and the line they start on. */
  get pending(): { readonly bytes: number; readonly line: number } {
    return { bytes: this.rest.length, line: this.line };
  }

  /** The line after all that was taken. */
  get nextLine(): number {
    return this.line + countLineBreaks(this.rest, 0, this.rest.length);
  }

  /** The records of a block; with `final`, all that is left. */
  take(block: Uint8Array, final: boolean): TextRow[] {
    const rows: TextRow[] = [];
    for (let at = 0; at < block.length; ) {
      const end = endOfSlice(block, at, SLICE);
      this.takeSlice(block.subarray(at, end), final && end === block.length, rows);
      at = end;
    }
    return rows;
  }

  private takeSlice(block: Uint8Array, final: boolean, rows: TextRow[]): void {
    let bytes = this.rest.length === 0 ? block : Buffer.concat([this.rest, block]);
    for (;;) {
      const { records, used, open } = this.parsed(bytes, final);
      const stop = this.accept(bytes, records, rows);
      const rest = bytes.subarray(stop ?? used);
      const broken = stop !== null || (open && (final || tooLong(rest)));
      this.rest = rest;
      if (!broken) return;
      bytes = this.skipLine(rest, final, rows);
    }
  }

  /** Complete records, and where the incomplete rest starts. */
  private parsed(bytes: Uint8Array, final: boolean) {
    const records: { cells: readonly string[]; end: number }[] = [];
    const incomplete = parsedInto(bytes, this.delimiter, this.encoding, (cells, end) => {
      records.push({ cells, end });
    });
    if (!incomplete && final) return { records, used: bytes.length, open: false };
    while (!final && records.length > 0 && mayGoOn(bytes, records.at(-1)!.end)) records.pop();
    const used = records.at(-1)?.end ?? 0;
    return { records, used, open: used < bytes.length && (incomplete || tooLong(bytes.subarray(used))) };
  }

  /** Adds the records to the rows; stops at one with broken quoting and gives its position. */
  private accept(bytes: Uint8Array, records: readonly { cells: readonly string[]; end: number }[], rows: TextRow[]) {
    let start = 0;
    for (const { cells, end } of records) {
      const breaks = countLineBreaks(bytes, start, end);
      if (end - start > MAX_RECORD + 4) return start;
      if (breaks > MAX_LINES_IN_RECORD) return start;
      const doubtful = breaks > 1 || cells.some((cell) => cell.startsWith('"'));
      if (doubtful && quoteRunsOver(bytes, start, end, this.delimiter)) return start;
      const isSecondHalf =
        this.afterCarriageReturn && end - start === 2 && bytes[start] === 13 && bytes[start + 1] === 10;
      if (!isSecondHalf) rows.push({ line: this.line, cells });
      this.afterCarriageReturn = bytes[end - 1] === 13;
      this.line += breaks;
      start = end;
    }
    return null;
  }

  private skipLine(bytes: Uint8Array, final: boolean, rows: TextRow[]): Uint8Array {
    const end = endOfLine(bytes, 0);
    if ((end === -1 ? bytes.length : end) > MAX_RECORD + 4) throw new LongLine(bytes, { line: this.line });
    const cutOff = final && end === -1;
    rows.push({ line: this.line, problem: cutOff ? 'cut-off' : 'unclosed-quote' });
    this.line += 1;
    this.afterCarriageReturn = false;
    return bytes.subarray(end === -1 ? bytes.length : end);
  }
}

function parsedInto(
  bytes: Uint8Array,
  delimiter: string,
  encoding: 'utf8' | 'latin1',
  onRecord: (cells: string[], end: number) => void,
) {
  if (bytes.length === 0) return false;
  try {
    parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      delimiter,
      encoding,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: MAX_RECORD,
      on_record: (cells: unknown, info) => {
        onRecord(cells as string[], info.bytes);
        return null;
      },
    });
    return false;
  } catch (error) {
    if (error instanceof CsvError && isUnfinished(error.code)) return true;
    throw error;
  }
}

function isUnfinished(code: string): boolean {
  return code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE';
}

/** The record ends where the bytes end: more of it may follow (or the LF of its CR). */
function mayGoOn(bytes: Uint8Array, end: number): boolean {
  const last = bytes[end - 1];
  if (end === bytes.length) return last !== 10;
  return last === 13 && bytes.length - end < 2;
}

function tooLong(rest: Uint8Array): boolean {
  return rest.length > MAX_RECORD || countLineBreaks(rest, 0, rest.length) > MAX_LINES_IN_RECORD;
}
