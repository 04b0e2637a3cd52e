import type { ByteSource } from '../../sources.js';
import { rawBytes, textBlocks } from '../decode.js';
import type { CellSink, HeadRow, Sheet, SheetCount } from '../sheet.js';
import type { TextLayout } from '../text-rows.js';
import { HeadRows } from './head-rows.js';
import type { RowTarget } from './row-target.js';
import { SinkRows } from './sink-rows.js';
import { TextScan } from './text-scan.js';
import { Window } from './window.js';

/**
 * A text file as a sheet, scanned as bytes: UTF-8 and GB18030 undecoded, UTF-16 (and GB18030 with a delimiter that can
 * be part of a character) decoded to UTF-8 first. Memory: one piece of the file, or one record where that is longer.
 */
export function byteSheet(source: ByteSource, layout: TextLayout, onBytes: (bytes: number) => void): Sheet {
  const encoding = isScannable(layout) ? 'gb18030' : 'utf-8';
  return {
    name: '',
    encoding,
    shortRowsAreBlank: false,
    head: (rows) => firstRows(source, layout, encoding, rows),
    read: (columns, sink) => readAll(source, layout, encoding, onBytes, columns, sink),
  };
}

/** GB18030 whose delimiter is no byte of a longer character: those are digits from the second on, letters, `|`, `~`. */
function isScannable({ encoding, delimiter }: TextLayout): boolean {
  return encoding === 'gb18030' && /^[\t -/:-?]$/.test(delimiter);
}

async function firstRows(
  source: ByteSource,
  layout: TextLayout,
  encoding: 'utf-8' | 'gb18030',
  wanted: number,
): Promise<readonly HeadRow[]> {
  const target = new HeadRows(wanted, encoding);
  if (wanted > 0) await scan(source, layout, encoding, target, () => undefined);
  return target.rows;
}

async function readAll(
  source: ByteSource,
  layout: TextLayout,
  encoding: 'utf-8' | 'gb18030',
  onBytes: (bytes: number) => void,
  columns: readonly number[],
  sink: CellSink,
): Promise<SheetCount> {
  const target = new SinkRows(columns, sink);
  await scan(source, layout, encoding, target, onBytes);
  return target.count;
}

async function scan(
  source: ByteSource,
  layout: TextLayout,
  encoding: 'utf-8' | 'gb18030',
  target: RowTarget,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const rows = new TextScan(source.name, layout, encoding, target);
  const window = new Window();
  const pieces = counted(source.pieces(true), onBytes);
  const raw = layout.encoding === 'utf-8' || encoding === 'gb18030';
  let taken = 0;
  for await (const piece of raw ? rawBytes(pieces, layout) : textBlocks(pieces, layout)) {
    window.add(piece, taken);
    taken = rows.take(window.bytes, window.end, false);
    if (target.done) return;
  }
  window.add(new Uint8Array(0), taken);
  rows.take(window.bytes, window.end, true);
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
