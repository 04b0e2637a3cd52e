import type { Kernel } from '../../../kernel/kernel.js';
import { type Kernels, kernels as ownKernels } from '../../../kernel/kernels.js';
import { Forerunners } from '../../../util/forerunners.js';
import type { ByteSource } from '../../sources.js';
import { rawBytes, textBlocks } from '../decode.js';
import type { CellSink, HeadRow, Sheet, SheetCount } from '../sheet.js';
import type { TextLayout } from '../text-rows.js';
import { HeadRows } from './head-rows.js';
import { RecordBlocks } from './record-blocks.js';
import type { RowTarget } from './row-target.js';
import { SinkRows } from './sink-rows.js';
import { TextScan } from './text-scan.js';
import { Window } from './window.js';

/** The scans of two files: of their first rows, and of all. */
const forerunners = new Forerunners(4);

/** Bytes that are scanned at once for the first rows: they mostly stand in so few. */
const AT_ONCE_FIRST = 1 << 16;

/** Bytes that are scanned at once: so few that they stay near while their cells are looked at, column by column. */
const AT_ONCE = 1 << 19;

/**
 * A text file as a sheet, scanned as bytes: UTF-8 and GB18030 undecoded, UTF-16 (and GB18030 with a delimiter that can
 * be part of a character) decoded to UTF-8 first. Memory: one piece of the file, or one record where that is longer.
 */
export function byteSheet(
  source: ByteSource,
  layout: TextLayout,
  onBytes: (bytes: number) => void,
  kernels: Kernels = ownKernels,
): Sheet {
  const encoding = isScannable(layout) ? 'gb18030' : 'utf-8';
  const head = known((rows) => firstRows({ source, layout, encoding, onBytes: () => undefined }, rows));
  return {
    name: '',
    encoding,
    shortRowsAreBlank: false,
    head,
    read: (columns, sink) => readAll({ source, layout, encoding, onBytes }, columns, sink, kernels),
  };
}

/** GB18030 whose delimiter is no byte of a longer character: those are digits from the second on, letters, `|`, `~`. */
function isScannable({ encoding, delimiter }: TextLayout): boolean {
  return encoding === 'gb18030' && /^[\t -/:-?]$/.test(delimiter);
}

interface TextFile {
  readonly source: ByteSource;
  readonly layout: TextLayout;
  /** Of the bytes that are scanned. */
  readonly encoding: 'utf-8' | 'gb18030';
  readonly onBytes: (bytes: number) => void;
}

async function firstRows(file: TextFile, wanted: number): Promise<readonly HeadRow[]> {
  const target = new HeadRows(wanted, file.encoding);
  if (wanted > 0) await scan(file, target, null, null);
  return target.rows;
}

/** First rows that are asked for at once. */
const FIRST = 32;

/** First rows are asked for once, at least so many; what more of them is wanted, or cannot be had, is asked for alone. */
function known(ask: Sheet['head']): Sheet['head'] {
  let rows: readonly HeadRow[] | null = null;
  return async (wanted) => {
    if (wanted > FIRST) return ask(wanted);
    rows ??= await ask(FIRST).catch(() => null);
    return rows?.slice(0, Math.max(0, wanted)) ?? ask(wanted);
  };
}

async function readAll(
  file: TextFile,
  columns: readonly number[],
  sink: CellSink,
  kernels: Kernels,
): Promise<SheetCount> {
  const target = new SinkRows(columns, sink);
  const kernel = sink.block === undefined ? null : kernels.borrow();
  if (kernel === null) {
    await scan(file, target, null, null);
    return target.count;
  }
  try {
    const delimiter = file.layout.delimiter.charCodeAt(0);
    await scan(file, target, kernel, new RecordBlocks(kernel, columns, delimiter, file.encoding));
  } finally {
    kernels.giveBack(kernel);
  }
  return target.count;
}

async function scan(
  { source, layout, encoding, onBytes }: TextFile,
  target: RowTarget,
  kernel: Kernel | null,
  blocks: RecordBlocks | null,
): Promise<void> {
  const rows = new TextScan(source.name, layout, encoding, target, blocks);
  const window = new Window(kernel, encoding === 'gb18030');
  forerunners.add([rows, target, window, source]);
  const pieces = counted(source.pieces(true), onBytes);
  const raw = layout.encoding === 'utf-8' || encoding === 'gb18030';
  const atOnce = target instanceof HeadRows ? AT_ONCE_FIRST : AT_ONCE;
  let taken = 0;
  for await (const piece of raw ? rawBytes(pieces, layout) : textBlocks(pieces, layout)) {
    for (let at = 0; at < piece.length; at += atOnce) {
      window.add(piece.subarray(at, at + atOnce), taken);
      taken = rows.take(window, false);
      if (target.done) return;
    }
  }
  window.add(new Uint8Array(0), taken);
  rows.take(window, true);
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
