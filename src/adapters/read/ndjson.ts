import { CrmError } from '../../errors.js';
import type { ByteSource } from '../sources.js';
import { type TextBytes, textBlocks } from './decode.js';
import { LongLine } from './lines.js';
import { type RecordRow, type Records, type RecordValue, recordSheet } from './records/record-sheet.js';
import type { Sheet } from './sheet.js';
import { MAX_COLUMNS } from './sheet-limits.js';
import { longLine } from './text-rows.js';

/** So many records are looked at for the names of the columns; where they do not agree, all are. */
const SAMPLE = 1000;

type JsonRecord = Readonly<Record<string, RecordValue>>;

/** Whether a text is newline-delimited JSON, by its start: the first line that holds something is one whole object. */
export function isNdjson(start: string): boolean {
  const line = /^\s*(\{.*\})[ \t\r]*(?:\n|$)/.exec(start)?.[1];
  return line !== undefined && recordOf(line) !== null;
}

/**
 * Newline-delimited JSON as a sheet: one object a line, its keys are the columns, in the order in which they first
 * occur. Keys are taken from the first thousand objects if those agree, else from all; one that turns up later is a
 * bad row, never a value that is left out. Memory: one block of lines.
 */
export async function ndjsonSheet(
  source: ByteSource,
  text: TextBytes,
  onBytes: (bytes: number) => void,
): Promise<Sheet> {
  const names = await columnNames(source, text);
  if (names.length > MAX_COLUMNS) throw new CrmError('too-many-columns', source.name, { line: 1, limit: MAX_COLUMNS });
  const places = new Map(names.map((name, place) => [name, place]));
  const rows: Records['rows'] = async function* (columns, limit) {
    const tell = columns === null ? () => undefined : onBytes;
    let left = limit ?? Number.POSITIVE_INFINITY;
    for await (const lines of lineBlocks(source, text, tell)) {
      const batch = lines.slice(0, left).map(({ line, json }) => rowOf(line, json, places));
      yield batch;
      left -= batch.length;
      if (left <= 0) return;
    }
  };
  return recordSheet({ names, rows });
}

function rowOf(line: number, json: string, places: ReadonlyMap<string, number>): RecordRow {
  const record = recordOf(json);
  if (record === null) return { line, problem: 'bad-json' };
  const values: RecordValue[] = new Array<RecordValue>(places.size).fill(null);
  for (const key of Object.keys(record)) {
    const place = places.get(key);
    if (place === undefined) return { line, problem: 'late-key' };
    values[place] = record[key];
  }
  return { line, values };
}

async function columnNames(source: ByteSource, text: TextBytes): Promise<readonly string[]> {
  const names = new Set<string>();
  let seen = 0;
  let agree = true;
  for await (const lines of lineBlocks(source, text, () => undefined)) {
    for (const { json } of lines) {
      const record = recordOf(json);
      if (record === null) continue;
      const before = names.size;
      const keys = Object.keys(record);
      for (const key of keys) names.add(key);
      agree &&= seen === 0 || (names.size === before && keys.length === before);
      seen++;
      if (agree && seen === SAMPLE) return [...names];
    }
  }
  return [...names];
}

interface JsonLine {
  readonly line: number;
  readonly json: string;
}

/** The lines that hold something, numbered from 1. */
async function* lineBlocks(
  source: ByteSource,
  text: TextBytes,
  onBytes: (bytes: number) => void,
): AsyncGenerator<readonly JsonLine[]> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let line = 0;
  try {
    for await (const block of textBlocks(counted(source.pieces(), onBytes), text)) {
      const lines: JsonLine[] = [];
      const texts = decoder.decode(block).split('\n');
      if (texts.at(-1) === '') texts.pop();
      for (const json of texts) {
        line++;
        if (json.trim() !== '') lines.push({ line, json });
      }
      yield lines;
    }
  } catch (error) {
    if (!(error instanceof LongLine)) throw error;
    throw longLine(source.name, error.bytes, line + 1);
  }
}

async function* counted(
  pieces: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    onBytes(piece.length);
    yield piece;
  }
}

function recordOf(json: string): JsonRecord | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRecord) : null;
  } catch {
    return null;
  }
}
