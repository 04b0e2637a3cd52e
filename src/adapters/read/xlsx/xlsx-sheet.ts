import { CrmError } from '../../../errors.js';
import { Window } from '../csv/window.js';
import type { ZipPart } from '../guard.js';
import type { CellSink, HeadRow, Sheet, SheetCount } from '../sheet.js';
import { doctypeSearch } from '../xml-guard.js';
import { HeadSink } from './head-sink.js';
import { continuedLines } from './merged-cells.js';
import type { XlsxBook } from './open-xlsx.js';
import { SheetWalk, takesBlocks } from './sheet-walk.js';
import type { StringTable } from './string-table.js';

/** No row of a sheet, and nothing before the first one, is longer. */
const LONGEST_ELEMENT = 16 * 1024 ** 2;
/** A sheet up to this size is read to its end, and its checksum compared, even where only its head is wanted. */
const CHECKED_WITH_HEAD = 32 * 1024 ** 2;
/** First rows that are looked at at once, if they can be: whoever asks for fewer asks for more later. */
const USUAL_HEAD = 30;

/**
 * A sheet of an xlsx, scanned in pieces: its rows first, then the shared strings they point at; few strings come before
 * the rows. Rows that a filter hides are rows. Memory: a small sheet and few strings whole; else one piece, or one row
 * where that is longer, and a byte for each shared string.
 */
export function xlsxSheet(book: XlsxBook, name: string, part: ZipPart, hidden: boolean): Sheet {
  let known: Head | null = null;
  return {
    name,
    hidden,
    encoding: 'utf-8',
    shortRowsAreBlank: true,
    head: async (wanted) => {
      if (wanted <= 0) return [];
      if (known === null || known.wanted < wanted) known = await firstAndMore(book, name, part, wanted);
      return known.rows.slice(0, wanted);
    },
    read: (columns, sink) => readAll(book, name, part, columns, sink),
    continued: (column) => continuedLines(book.pieces.of(part, part.size <= CHECKED_WITH_HEAD), column),
  };
}

interface Head {
  readonly wanted: number;
  readonly rows: readonly HeadRow[];
}

/** At least the rows that are wanted; what is wrong with others is no matter. */
async function firstAndMore(book: XlsxBook, name: string, part: ZipPart, wanted: number): Promise<Head> {
  const more = Math.max(wanted, USUAL_HEAD);
  try {
    return { wanted: more, rows: await firstRows(book, name, part, more) };
  } catch (error) {
    if (more === wanted) throw error;
    return { wanted, rows: await firstRows(book, name, part, wanted) };
  }
}

async function firstRows(book: XlsxBook, name: string, part: ZipPart, wanted: number): Promise<readonly HeadRow[]> {
  const sink = new HeadSink(wanted);
  const walk = new SheetWalk(book, name, null, sink, () => sink.done);
  const isChecked = part.size <= CHECKED_WITH_HEAD;
  await walkPart(book, part, book.pieces.of(part, isChecked), new Window(), walk, () => sink.done && !isChecked);
  const texts = await book.strings.texts(sink.strings);
  if (texts.size < sink.strings.size) walk.checkStrings(Math.max(0, ...texts.keys()) + 1);
  return sink.rows(texts);
}

async function readAll(
  book: XlsxBook,
  name: string,
  part: ZipPart,
  columns: readonly number[],
  sink: CellSink,
): Promise<SheetCount> {
  const { walk, table } = await walkAll(book, name, part, columns, sink);
  const { strings } = book;
  walk.checkStrings(table?.count ?? (await strings.deliver(walk.used.bits, walk.lastString, columns.length, sink)));
  return walk.count;
}

/** Walks the rows, in the memory of a kernel if there is one; it is free again when the rows are taken. */
async function walkAll(
  book: XlsxBook,
  name: string,
  part: ZipPart,
  columns: readonly number[],
  sink: CellSink,
): Promise<{ readonly walk: SheetWalk; readonly table: StringTable | null }> {
  const kernel = book.kernels.borrow();
  try {
    const table = kernel !== null && takesBlocks(sink) ? await book.strings.table(kernel) : null;
    const walk = new SheetWalk(book, name, columns, sink, () => false, kernel, table);
    const told = toldBytes(book, part);
    await walkPart(book, part, book.pieces.of(part, false), new Window(kernel), walk, told);
    return { walk, table };
  } finally {
    if (kernel !== null) book.kernels.giveBack(kernel);
  }
}

/** Tells how many bytes of the file were read, told how many of its part are unpacked. */
function toldBytes(book: XlsxBook, part: ZipPart): (bytes: number) => boolean {
  let unpacked = 0;
  let told = 0;
  return (bytes) => {
    unpacked += bytes;
    const read = Math.floor((unpacked / Math.max(1, part.size)) * part.compressedSize);
    book.onBytes(read - told);
    told = read;
    return false;
  };
}

/** Unpacks a sheet and lets a walk take it, piece by piece, until its end (or until `enough`, told of each piece). */
async function walkPart(
  book: XlsxBook,
  part: ZipPart,
  pieces: AsyncIterable<Uint8Array>,
  window: Window,
  walk: SheetWalk,
  enough: (bytes: number) => boolean,
): Promise<void> {
  const { name } = book.source;
  await book.strings.prepare();
  const holdsDoctype = doctypeSearch('<sheetData');
  let at = 0;
  const take = async (final: boolean) => {
    at = walk.take(window, at, final);
    if (!walk.stalled) return;
    await book.strings.prepareAll();
    at = walk.take(window, at, final);
  };
  for await (const piece of pieces) {
    if (walk.state === 'before' && holdsDoctype(piece)) throw new CrmError('zip-doctype', name, { part: part.name });
    if (enough(piece.length)) return;
    if (walk.state === 'after') continue;
    window.add(piece, at);
    at = 0;
    await take(false);
    if (window.end - at > LONGEST_ELEMENT) throw new CrmError('workbook-damaged', name);
  }
  if (walk.state !== 'after') await take(true);
}
