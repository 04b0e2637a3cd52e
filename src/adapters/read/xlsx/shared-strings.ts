import { CrmError } from '../../../errors.js';
import type { Kernel } from '../../../kernel/kernel.js';
import type { Kernels } from '../../../kernel/kernels.js';
import { hasContent } from '../content.js';
import { Window } from '../csv/window.js';
import type { CellSink } from '../sheet.js';
import { doctypeSearch } from '../xml-guard.js';
import { isPlain, itemAt, showsContent, textAt, utf8Of } from './cell-text.js';
import { DealtStrings, JudgedStrings, type ManyStrings, type ManyTaker } from './kernel-strings.js';
import { ItemScanner } from './string-items.js';
import type { StringPart } from './string-part.js';
import { StringTable } from './string-table.js';

/** Bytes of strings looked at before the first sheet: an order table says the same few things in every row. */
const FIRST_BYTES = 1 << 20;
/** The same where all of them are looked at before the sheet is read: enough for its first rows. */
const FEW_BYTES = 1 << 15;
/** No element of a sheet or of the strings is longer. */
const LONGEST_ELEMENT = 16 * 1024 ** 2;

const NOBODY = new Uint8Array(0);

/** How many strings were seen, and whether these are all. */
interface Seen {
  readonly count: number;
  readonly complete: boolean;
}

/**
 * The strings that the sheets of a book share. Few are held all at once, before a sheet is read; many are read after it,
 * only as far as its cells point at them, and never kept. What is kept of those: which of them have no content, a byte
 * each, of the first megabyte or, where a sheet depends on it, of all.
 */
export class SharedStrings {
  /** Strings whose content is known, and those of them without any. */
  known = 0;
  complete = false;
  /** 1 for those without any. */
  blanks = new Uint8Array(1024);
  #prepared = false;
  /** More strings than the part can hold, whatever it says of itself. */
  readonly limit: number;

  /** `part`: null where the book has none. */
  constructor(
    private readonly file: string,
    private readonly part: StringPart | null,
    private readonly kernels: Kernels,
  ) {
    this.limit = part?.limit ?? 0;
  }

  /** Whether a string has content; null as long as that is not known. */
  hasContent(index: number): boolean | null {
    if (index < this.known) return this.blanks[index] === 0;
    return this.complete ? false : null;
  }

  /** Learns about the first strings. */
  async prepare(): Promise<void> {
    if (!this.#prepared) await this.#learn(this.part?.areFew === true ? FEW_BYTES : FIRST_BYTES);
    this.#prepared = true;
  }

  /** All of them, if they are few. */
  async table(kernel: Kernel): Promise<StringTable | null> {
    if (this.part?.areFew !== true) return null;
    await this.prepare();
    const table = new StringTable(kernel, await this.part.whole(), this.file);
    this.blanks = table.blanks.slice();
    this.known = table.count;
    this.complete = true;
    return table;
  }

  /** Learns about all strings. */
  async prepareAll(): Promise<void> {
    if (!this.complete) await this.#learn(Number.POSITIVE_INFINITY);
  }

  /** The texts at some indexes, fewer where there are no such strings. Reads no further than needed. */
  async texts(indexes: ReadonlySet<number>): Promise<ReadonlyMap<number, string>> {
    const texts = new Map<number, string>();
    const last = Math.max(-1, ...indexes);
    await this.#each(null, (index, { bytes, from, to, rich }) => {
      if (indexes.has(index)) texts.set(index, rich ? itemAt(bytes, from, to) : textAt(bytes, from, to));
      return index < last;
    });
    return texts;
  }

  /**
   * Hands the strings to a sink that are marked or that it owns; how many strings there are, as far as it had to look.
   * `columns`: how many the sink was asked to take.
   */
  async deliver(used: Uint8Array, last: number, columns: number, sink: CellSink): Promise<number> {
    if (last < 0) return 0;
    const owners = takesMany(sink) ? sink.owners() : NOBODY;
    const many = (kernel: Kernel) => (takesMany(sink) ? new DealtStrings(kernel, sink, columns) : null);
    const { count } = await this.#each(many, (index, { bytes, from, to, rich, literal }) => {
      if (used[index] === 1 || (owners[index] ?? 0) > 0) {
        if (!rich && (literal || isPlain(bytes, from, to))) sink.string(index, bytes, from, to);
        else {
          const text = utf8Of(rich ? itemAt(bytes, from, to) : textAt(bytes, from, to));
          sink.string(index, text, 0, text.length);
        }
      }
      return true;
    });
    return count;
  }

  async #learn(most: number): Promise<void> {
    let bytesSeen = 0;
    let end = 0;
    const put = (index: number, flags: ArrayLike<number>) => {
      while (index + flags.length > this.blanks.length) this.blanks = longer(this.blanks);
      this.blanks.set(flags, index);
      end = index + flags.length;
    };
    const many = (kernel: Kernel) => new JudgedStrings(kernel, most, put);
    const { complete } = await this.#each(many, (index, { bytes, from, to, rich }) => {
      const content = rich ? hasContent(itemAt(bytes, from, to)) : showsContent(bytes, from, to);
      put(index, [content ? 0 : 1]);
      bytesSeen += to - from + 20;
      return bytesSeen < most;
    });
    this.known = Math.max(this.known, end);
    this.complete ||= complete;
  }

  /**
   * Visits the strings in turn until a visitor has had enough. `many`: what takes those that can be
   * taken many at a time, in the kernel.
   */
  async #each(
    many: ((kernel: Kernel) => ManyStrings | null) | null,
    visit: (index: number, item: ItemScanner) => boolean,
  ): Promise<Seen> {
    if (this.part === null) return { count: 0, complete: true };
    const kernel = many === null ? null : this.kernels.borrow();
    try {
      const taker = kernel === null ? null : many!(kernel);
      return await this.#walk(this.part, new Window(taker === null ? null : kernel), taker, visit);
    } finally {
      if (kernel !== null) this.kernels.giveBack(kernel);
    }
  }

  async #walk(
    part: StringPart,
    window: Window,
    many: ManyStrings | null,
    visit: (index: number, item: ItemScanner) => boolean,
  ): Promise<Seen> {
    const name = this.file;
    const scanner = new ItemScanner();
    const holdsDoctype = doctypeSearch('<si>');
    let index = 0;
    let taken = 0;
    for await (const piece of part.pieces()) {
      if (index === 0 && holdsDoctype(piece)) throw new CrmError('zip-doctype', name, { part: part.name });
      window.add(piece, taken);
      taken = 0;
      for (;;) {
        if (many !== null) {
          taken = many.take(window.place + taken, window.place + window.end, index) - window.place;
          index = many.index;
          if (many.done) return { count: index, complete: false };
        }
        const next = scanner.next(window.bytes, taken, window.end);
        if (next < 0) break;
        taken = next;
        if (!visit(index++, scanner)) return { count: index, complete: false };
      }
      many?.settle();
      taken = Math.max(taken, scanner.seen);
      if (window.end - taken > LONGEST_ELEMENT) throw new CrmError('workbook-damaged', name);
    }
    if (scanner.open) throw new CrmError('workbook-damaged', name);
    return { count: index, complete: true };
  }
}

function takesMany(sink: CellSink): sink is ManyTaker {
  return sink.owners !== undefined && sink.stringBlock !== undefined;
}

function longer(flags: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(flags.length * 2);
  grown.set(flags);
  return grown;
}
