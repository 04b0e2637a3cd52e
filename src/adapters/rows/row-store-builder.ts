import { ByteDictionary } from '../../util/byte-dictionary.js';
import type { DictionaryPart } from '../../util/dictionary-part.js';
import { LaterTexts } from '../../util/later-texts.js';
import { laterStore } from './later-store.js';
import {
  type ColumnName,
  codeColumns,
  type DictionaryColumnName,
  isLater,
  type LaterColumnName,
  makeBlank,
  makeRoom,
  makeUseOf,
  noColumns,
  type RowColumns,
  roomIn,
} from './row-columns.js';
import type { RowSheet, RowStore } from './rows.js';

/**
 * More room than expected, so that a small error does not double everything at the end: the first guess is made when a
 * megabyte or two have been read, of which up to one has not been taken to pieces yet.
 */
const SURPLUS = 1.3;
/** A wild guess must not take all memory. */
const MOST_GROWTH = 1024;

/** What a builder gathered that is not needed any more, and whose memory another may have. */
export interface SpareRows {
  readonly columns: Partial<RowColumns>;
  readonly texts: Readonly<Record<DictionaryColumnName, DictionaryPart>>;
}

/** The texts of the row store while it is filled. */
export type RowDictionaries = { readonly [K in DictionaryColumnName]: ByteDictionary } & {
  readonly [K in LaterColumnName]: LaterTexts;
};

/**
 * Collects the rows of all sheets, one for an import: equal texts get equal codes whatever file they come from. Columns
 * that few runs ask for hold the numbers of `LaterTexts` instead, which may differ for equal texts until they are built.
 */
export class RowStoreBuilder {
  readonly texts: RowDictionaries;
  readonly #columns = noColumns();
  readonly #needed = new Set<ColumnName>();
  #capacity = 1024;
  #size = 0;
  /** Where the rows of the file that is read begin, and how many times its rows there may be in those after it. */
  #fileStart = 0;
  #later = 0;
  readonly #sheets: RowSheet[] = [];
  #spare: Partial<RowColumns> = {};

  /** `spare`: columns and dictionaries that nobody uses any more, whose memory is used again. */
  constructor(spare: SpareRows | null = null) {
    const texts = codeColumns.map((name) => [name, isLater(name) ? new LaterTexts() : new ByteDictionary()]);
    this.texts = Object.fromEntries(texts) as RowDictionaries;
    if (spare !== null) this.#reuse(spare);
  }

  #reuse({ columns, texts }: SpareRows): void {
    this.#spare = columns;
    const rooms = Object.entries(columns).map(([name, column]) => roomIn(name as ColumnName, column));
    if (rooms.length > 0) this.#capacity = Math.min(...rooms);
    for (const [name, part] of Object.entries(texts)) this.texts[name as DictionaryColumnName].reuse(part);
  }

  get size(): number {
    return this.#size;
  }

  /** Announces a sheet; its index goes into the column `sheet` of its rows. */
  addSheet(sheet: RowSheet): number {
    this.#sheets.push(sheet);
    return this.#sheets.length - 1;
  }

  /** A sheet that was announced. */
  sheet(index: number): RowSheet {
    return this.#sheets[index]!;
  }

  /** Announces the columns that the rows of a sheet fill: the others cost no memory. */
  need(names: Iterable<ColumnName>): void {
    for (const name of names) {
      if (this.#needed.has(name)) continue;
      this.#needed.add(name);
      const spare = this.#spare[name];
      if (spare !== undefined && roomIn(name, spare) >= this.#capacity) makeUseOf(this.#columns, name, spare);
      else makeRoom(this.#columns, name, 0, this.#capacity);
      makeBlank(this.#columns, name, 0, this.#size);
    }
  }

  /** Says that the file that is read now is followed by others, so many times as long: room is made for their rows too. */
  followedBy(times: number): void {
    this.#fileStart = this.#size;
    this.#later = times;
  }

  /**
   * The columns with room for `rows` more, whose texts are known, blank; valid until the next call. `commit` makes rows
   * part of the store.
   * `expected`: how many more there may be of this file, as far as can be told; room that is not used costs nothing.
   * `given`: columns that the caller fills in every row, which need not be blank before.
   */
  reserve(rows: number, expected = rows, given: readonly ColumnName[] = []): RowColumns {
    const needed = this.#size + rows;
    const coming = expected + (this.#size - this.#fileStart + expected) * this.#later;
    if (needed > this.#capacity) {
      const guess = Math.min(this.#size + coming * SURPLUS, needed * MOST_GROWTH);
      this.#capacity = Math.ceil(Math.max(needed, this.#capacity * 2, guess));
      for (const name of this.#needed) makeRoom(this.#columns, name, this.#size, this.#capacity);
    }
    for (const texts of Object.values(this.texts)) texts.expect((this.#size + coming) / needed);
    for (const name of this.#needed) if (!given.includes(name)) makeBlank(this.#columns, name, this.#size, needed);
    return this.#columns;
  }

  /** Takes the next `rows` rows, filled in by the caller. */
  commit(rows: number): void {
    this.#size += rows;
  }

  /** Forgets the rows from `size` on and the sheets from `sheets` on: their sheet turned out to be unusable. */
  rollback(size: number, sheets: number): void {
    this.#size = size;
    this.#sheets.length = sheets;
  }

  /** Says which file a sheet and those `of` it, which come after it, are from: not known when they were announced. */
  placeSheet(sheet: number, file: number): void {
    for (let index = sheet; index < this.#sheets.length; index++) {
      const one = this.#sheets[index]!;
      if (index === sheet || one.of === sheet) this.#sheets[index] = { ...one, file };
    }
  }

  get sheets(): readonly RowSheet[] {
    return this.#sheets;
  }

  /** The columns that rows may have filled. */
  filled(): Partial<RowColumns> {
    return Object.fromEntries([...this.#needed].map((name) => [name, this.#columns[name].subarray(0, this.#size)]));
  }

  get sheetCount(): number {
    return this.#sheets.length;
  }

  /** The store; nothing may be added after that. */
  build(): RowStore {
    for (const texts of Object.values(this.texts)) texts.seal();
    return laterStore(this.#columns, this.#size, [...this.#sheets], this.texts);
  }
}
