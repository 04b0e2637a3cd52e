import type { Field, MappedColumn } from '../../adapters/dialect.js';
import { generic } from '../../adapters/dialects/generic.js';
import { explainIdentification, type IdentificationReport } from '../../adapters/identify/explain-identification.js';
import { cellText, findHeader, type HeaderRow } from '../../adapters/identify/header-row.js';
import { rowsToIdentify } from '../../adapters/identify/identify.js';
import { mapColumns } from '../../adapters/identify/mapping.js';
import { suggestColumns } from '../../adapters/identify/suggest.js';
import type { ImportOptions } from '../../adapters/options.js';
import type { Sheet } from '../../adapters/read/sheet.js';

/** Rows looked at for samples. */
const LOOK_AT = 60;
const SAMPLES = 3;

/** A column of an unknown layout. */
export interface LearntColumn {
  /** From 0. */
  readonly position: number;
  /** '' for a column without a name. */
  readonly name: string;
  readonly samples: readonly string[];
  /** What it was taken for by its name; null = nothing. */
  readonly field: Field | null;
}

/** What is known of the layout of a sheet, and what must be asked. */
export interface Layout {
  readonly found: IdentificationReport;
  readonly header: HeaderRow | null;
  readonly columns: readonly LearntColumn[];
  /** Fields nobody found, with the position of the column that looks like it; −1 = none does. */
  readonly open: readonly { readonly field: Field; readonly guess: number }[];
}

/** What an order table should tell, and what does as well. */
const needed: readonly (readonly [Field, ...Field[]])[] = [
  ['order'],
  ['buyer', 'account', 'phone'],
  ['time', 'created'],
  ['paid', 'total'],
];

/** Looks at the first rows of a sheet. */
export async function layoutOf(
  sheet: Sheet,
  options: Omit<ImportOptions, 'rules' | 'showValues'>,
  place: Parameters<typeof explainIdentification>[2],
): Promise<Layout> {
  const head = await sheet.head(LOOK_AT);
  const first = head.slice(0, rowsToIdentify);
  const found = explainIdentification(first, options, place);
  const wanted = options.map.flatMap(({ column }) => (typeof column === 'string' ? [column] : []));
  const header = options.header ? findHeader(first, wanted) : null;
  const width = header?.names.length ?? Math.max(0, ...first.map(({ cells }) => cells.length));
  const mapped = found.mapping?.columns ?? mapColumns(generic, header, width, [], new Set()).columns;
  const rows = head.slice(header === null ? 0 : header.index + 1);
  const columns = Array.from({ length: width }, (_, position): LearntColumn => {
    const texts = rows.map(({ cells }) => cellText(cells[position] ?? { kind: 'blank' }).trim());
    const samples = [...new Set(texts.filter((text) => text !== ''))].slice(0, SAMPLES);
    const field = mapped.find((column) => column.position === position)?.field ?? null;
    return { position, name: header?.names[position] ?? '', samples, field };
  });
  return { found, header, columns, open: openFields(header?.names ?? [], mapped) };
}

function openFields(names: readonly string[], mapped: readonly MappedColumn[]): Layout['open'] {
  const guesses = suggestColumns(names, mapped);
  return needed
    .filter((fields) => !mapped.some(({ field }) => fields.includes(field)))
    .map(([field]) => ({ field, guess: guesses.find((one) => one.field === field)?.position ?? -1 }));
}
