import { type DictionaryPart, includePart, type TextPart } from '../../util/dictionary-part.js';
import { withCodes } from '../rows/place-lookup.js';
import {
  type CodeColumnName,
  type ColumnName,
  codeColumns,
  type DictionaryColumnName,
  isLater,
  type LaterColumnName,
  laterColumns,
  placeColumns,
  type RowColumns,
} from '../rows/row-columns.js';
import type { RowStoreBuilder, SpareRows } from '../rows/row-store-builder.js';
import type { LentMemory } from '../sources.js';
import { type PlainRowSheet, plainRowSheet, rowSheetOf } from './plain-file.js';

/** The rows of some files, read apart from the others, as plain data: columns, and the texts their codes stand for. */
export interface RowPart {
  readonly size: number;
  /** `file` counts the files of the part. */
  readonly sheets: readonly PlainRowSheet[];
  /** Those that the sheets needed. */
  readonly columns: Partial<RowColumns>;
  readonly texts: Readonly<Record<DictionaryColumnName, DictionaryPart>>;
  /** Texts that were not looked up yet. */
  readonly later: Readonly<Record<LaterColumnName, readonly TextPart[]>>;
}

const NO_NUMBERS = new Int32Array(0);

/** What each code of a part is in the store it was added to. */
export type PartCodes = Readonly<Record<DictionaryColumnName, Int32Array>>;

const dictionaryColumns = codeColumns.filter((name) => !isLater(name)) as readonly DictionaryColumnName[];

/** What a builder has gathered, which must not be used after that. */
export function rowPart(builder: RowStoreBuilder): RowPart {
  const { size, sheets, texts } = builder;
  const columns = builder.filled();
  const later = laterColumns.map((name) => {
    const { numbers, parts } = texts[name].parts(columns[name] ?? NO_NUMBERS);
    if (columns[name] !== undefined) columns[name] = numbers;
    return [name, parts] as const;
  });
  return {
    ...{ size, sheets: sheets.map(plainRowSheet), columns },
    texts: Object.fromEntries(dictionaryColumns.map((name) => [name, texts[name].part()])) as RowPart['texts'],
    later: Object.fromEntries(later) as RowPart['later'],
  };
}

/** The memory a part stands in, to be handed over instead of copied. */
export function memoryOf({ later, ...part }: RowPart): ArrayBuffer[] {
  const texts = Object.values(later).flat();
  const buffers = buffersOf(texts.flatMap(({ bytes, offsets }) => [bytes, offsets]));
  return [...new Set([...spareOf(part).memory, ...buffers])];
}

/** What a part that was added does not need any more: `SpareRows`. */
export function spareOf({ columns, texts }: SpareRows): LentMemory {
  const parts = Object.values(texts).flatMap(({ bytes, offsets, hashes }) => [bytes, offsets, hashes]);
  return { what: { columns, texts }, memory: buffersOf([...Object.values(columns), ...parts]) };
}

function buffersOf(arrays: readonly ArrayBufferView[]): ArrayBuffer[] {
  return [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))];
}

/** Adds the rows and sheets of a part after those of a builder. */
export function addPart(builder: RowStoreBuilder, part: RowPart): PartCodes {
  const { size, sheets, columns } = part;
  const firstSheet = builder.sheetCount;
  for (const sheet of sheets) {
    const { of } = sheet;
    builder.addSheet(rowSheetOf(of === undefined ? sheet : { ...sheet, of: of + firstSheet }));
  }
  const { codes, columnOf } = included(builder, part, firstSheet);
  const names = Object.keys(columns) as ColumnName[];
  builder.need(names);
  const start = builder.size;
  const store = builder.reserve(size, size, names);
  for (const name of names) (store[name] as Float64Array).set(columnOf(name) as Float64Array, start);
  builder.commit(size);
  return codes;
}

/** Adds the texts of a part; the answer gives its columns as they are with the codes and numbers of the builder. */
function included(builder: RowStoreBuilder, { columns, texts, later }: RowPart, firstSheet: number) {
  const codes = Object.fromEntries(
    dictionaryColumns.map((name) => [name, includePart(builder.texts[name], texts[name])]),
  ) as PartCodes;
  const firsts = Object.fromEntries(laterColumns.map((name) => [name, builder.texts[name].adopt(later[name])]));
  const columnOf = (name: ColumnName) => {
    if (name === 'sheet') return shifted(columns.sheet!, firstSheet);
    if (!isCodes(name)) return columns[name]!;
    if (isLater(name)) return shifted(columns[name]!, firsts[name]!);
    return isPlace(name) ? withCodes(columns[name]!, codes[name]) : translated(columns[name]!, codes[name]);
  };
  return { codes, columnOf };
}

/** The same array: it is not used again. */
function translated(column: Int32Array, codes: Int32Array): Int32Array {
  for (let row = 0; row < column.length; row++) if (column[row]! >= 0) column[row] = codes[column[row]!]!;
  return column;
}

/** Likewise. */
function shifted(column: Int32Array, by: number): Int32Array {
  if (by > 0) for (let row = 0; row < column.length; row++) if (column[row]! >= 0) column[row]! += by;
  return column;
}

function isCodes(name: ColumnName): name is CodeColumnName {
  return (codeColumns as readonly string[]).includes(name);
}

function isPlace(name: CodeColumnName): name is (typeof placeColumns)[number] {
  return (placeColumns as readonly string[]).includes(name);
}
