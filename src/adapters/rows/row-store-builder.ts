import { ByteDictionary } from '../../util/byte-dictionary.js';
import { type CodeColumnName, codeColumns, emptyColumns, type RowColumns, resized } from './row-columns.js';
import { contentHash } from './row-hash.js';
import type { RowSheet, RowStore } from './rows.js';

/** The dictionaries of the row store while it is filled. */
export type RowDictionaries = { readonly [K in CodeColumnName]: ByteDictionary };

/** Collects the rows of all sheets. One for an import: equal texts get equal codes whatever file they come from. */
export class RowStoreBuilder {
  readonly texts: RowDictionaries;
  #columns = emptyColumns(1024);
  #capacity = 1024;
  #size = 0;
  readonly #sheets: RowSheet[] = [];

  constructor() {
    this.texts = Object.fromEntries(codeColumns.map((name) => [name, new ByteDictionary()])) as RowDictionaries;
  }

  get size(): number {
    return this.#size;
  }

  /** Announces a sheet; its index goes into the column `sheet` of its rows. */
  addSheet(sheet: RowSheet): number {
    this.#sheets.push(sheet);
    return this.#sheets.length - 1;
  }

  /** The columns with room for `rows` more; valid until the next call. Rows become part of the store by `commit`. */
  reserve(rows: number): RowColumns {
    const needed = this.#size + rows;
    if (needed > this.#capacity) {
      this.#capacity = Math.max(needed, this.#capacity * 2);
      this.#columns = resized(this.#columns, this.#size, this.#capacity);
    }
    return this.#columns;
  }

  /** Takes the row at `size`, filled in by the caller, and gives it its hash. */
  commit(): void {
    this.#columns.hash[this.#size] = contentHash(this.#columns, this.texts, this.#size);
    this.#size++;
  }

  /** Forgets the rows from `size` on and the sheets from `sheets` on: their sheet turned out to be unusable. */
  rollback(size: number, sheets: number): void {
    this.#columns = resized(this.#columns, size, this.#capacity);
    this.#size = size;
    this.#sheets.length = sheets;
  }

  get sheetCount(): number {
    return this.#sheets.length;
  }

  build(): RowStore {
    const size = this.#size;
    for (const dictionary of Object.values(this.texts)) dictionary.seal();
    const cut = Object.fromEntries(
      (Object.entries(this.#columns) as [keyof RowColumns, Float64Array][]).map(([name, column]) => [
        name,
        column.subarray(0, size),
      ]),
    ) as unknown as RowColumns;
    return { ...cut, size, sheets: [...this.#sheets], texts: this.texts };
  }
}
