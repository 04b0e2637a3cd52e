import { NONE } from '../../model/orders.js';
import { type DictionaryPart, includePart } from '../../util/dictionary-part.js';
import { type CodeColumnName, type ColumnName, codeColumns, type RowColumns } from '../rows/row-columns.js';
import type { RowStoreBuilder } from '../rows/row-store-builder.js';
import { type PlainRowSheet, plainRowSheet, rowSheetOf } from './plain-file.js';

/** The rows of some files, read apart from the others, as plain data: columns, and the texts their codes stand for. */
export interface RowPart {
  readonly size: number;
  /** `file` counts the files of the part. */
  readonly sheets: readonly PlainRowSheet[];
  /** Those that the sheets needed. */
  readonly columns: Partial<RowColumns>;
  readonly texts: Readonly<Record<CodeColumnName, DictionaryPart>>;
}

/** What each code of a part is in the store it was added to. */
export type PartCodes = Readonly<Record<CodeColumnName, Int32Array>>;

/** What a builder has gathered, which must not be used after that. */
export function rowPart(builder: RowStoreBuilder): RowPart {
  return {
    size: builder.size,
    sheets: builder.sheets.map(plainRowSheet),
    columns: builder.filled(),
    texts: Object.fromEntries(codeColumns.map((name) => [name, builder.texts[name].part()])) as RowPart['texts'],
  };
}

/** The memory a part stands in, to be handed over instead of copied. */
export function memoryOf({ columns, texts }: RowPart): ArrayBuffer[] {
  const arrays = [
    ...Object.values(columns),
    ...Object.values(texts).flatMap(({ bytes, offsets, hashes }) => [bytes, offsets, hashes]),
  ];
  return [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))];
}

/** Adds the rows and sheets of a part after those of a builder. */
export function addPart(builder: RowStoreBuilder, part: RowPart): PartCodes {
  const { size, sheets, columns, texts } = part;
  const firstSheet = builder.sheetCount;
  for (const sheet of sheets) {
    const { of } = sheet;
    builder.addSheet(rowSheetOf(of === undefined ? sheet : { ...sheet, of: of + firstSheet }));
  }
  const codes = Object.fromEntries(
    codeColumns.map((name) => [name, includePart(builder.texts[name], texts[name])]),
  ) as PartCodes;
  const names = Object.keys(columns) as ColumnName[];
  builder.need(names);
  const start = builder.size;
  const store = builder.reserve(size, size, names);
  for (const name of names) {
    if (isCodes(name)) translate(columns[name]!, codes[name], store[name], start);
    else (store[name] as Float64Array).set(columns[name] as Float64Array, start);
  }
  for (let row = start; row < start + size; row++) store.sheet[row]! += firstSheet;
  builder.commit(size);
  return codes;
}

function translate(column: Int32Array, codes: Int32Array, into: Int32Array, start: number): void {
  for (let row = 0; row < column.length; row++) {
    const code = column[row]!;
    into[start + row] = code < 0 ? NONE : codes[code]!;
  }
}

function isCodes(name: ColumnName): name is CodeColumnName {
  return (codeColumns as readonly string[]).includes(name);
}
