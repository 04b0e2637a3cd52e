import type { Dialect, Mapping } from '../dialect.js';
import { dialects } from '../dialects/index.generated.js';
import type { ReadFile, ReadSheet } from '../read-file.js';
import type { RowSheet } from '../rows/rows.js';
import type { SheetReading } from '../rows/sheet-reading.js';
import type { ByteSource } from '../sources.js';
import { type PlainError, plainError, refusalOf } from './plain-error.js';
import type { PartCodes } from './row-part.js';

/** A dialect by its id, or whole where it is none of the program's own. */
type PlainDialect = string | Dialect;

type PlainSheet = { readonly name: string } & (
  | {
      readonly skipped: null;
      readonly dialect: PlainDialect;
      readonly mapping: Omit<Mapping, 'dialect'>;
      readonly reading: SheetReading;
    }
  | { readonly skipped: string; readonly error: PlainError }
);

/** A file that was read, as plain data. */
export interface PlainFile {
  readonly sha256: string | null;
  readonly opened: ReadFile['opened'];
  readonly sheets: readonly PlainSheet[];
  readonly notes: ReadFile['notes'];
}

export function plainFile({ sha256, opened, sheets, notes }: ReadFile): PlainFile {
  const { kind, encoding, delimiter } = opened;
  return { sha256, opened: { kind, encoding, delimiter }, sheets: sheets.map(plainSheet), notes };
}

/** The file that was made plain. `firstSheet` and `codes`: what became of its sheets and codes in the store it is in now. */
export function fileOf(
  { sha256, opened, sheets, notes }: PlainFile,
  source: ByteSource,
  firstSheet: number,
  codes: PartCodes,
): ReadFile {
  const placed = sheets.map((sheet): ReadSheet => {
    const { name } = sheet;
    if (sheet.skipped !== null) return { name, skipped: sheet.skipped, error: refusalOf(sheet.error) };
    const { mapping, reading } = sheet;
    const rejected = reading.rejected.map((rows) => ({ ...rows, currency: codes.currency[rows.currency]! }));
    return {
      ...{ name, skipped: null, mapping: { ...mapping, dialect: dialectOf(sheet.dialect) } },
      reading: { ...reading, sheet: reading.sheet + firstSheet, rejected },
    };
  });
  return { source, sha256, opened, sheets: placed, notes };
}

function plainSheet(sheet: ReadSheet): PlainSheet {
  const { name } = sheet;
  if (sheet.skipped !== null) return { name, skipped: sheet.skipped, error: plainError(sheet.error) };
  const { dialect, ...mapping } = sheet.mapping;
  return { name, skipped: null, dialect: plainDialect(dialect), mapping, reading: sheet.reading };
}

/** A sheet of a row store, as plain data. */
export type PlainRowSheet = Omit<RowSheet, 'dialect'> & { readonly dialect: PlainDialect };

export function plainRowSheet(sheet: RowSheet): PlainRowSheet {
  return { ...sheet, dialect: plainDialect(sheet.dialect) };
}

/** The sheet that was made plain. */
export function rowSheetOf(sheet: PlainRowSheet): RowSheet {
  return { ...sheet, dialect: dialectOf(sheet.dialect) };
}

function plainDialect(dialect: Dialect): PlainDialect {
  return dialects.includes(dialect) ? dialect.id : dialect;
}

function dialectOf(plain: PlainDialect): Dialect {
  return dialects.find((known) => known === plain || known.id === plain) ?? (plain as Dialect);
}
