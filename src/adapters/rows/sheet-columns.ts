import { ByteDictionary } from '../../util/byte-dictionary.js';
import type { ColumnTexts } from '../../util/column-texts.js';
import type { Field, MappedColumn, Mapping } from '../dialect.js';
import { generic } from '../dialects/generic.js';
import { CellBytes } from '../values/cell-bytes.js';
import type { TimeRules } from '../values/time-text.js';
import { CodeColumn } from './code-column.js';
import { LabelColumn } from './label-column.js';
import { moneyParserFor } from './money-parser.js';
import { countParser, NumberColumn, timeParser } from './number-column.js';
import type { CodeColumnName } from './row-columns.js';
import type { RowDictionaries } from './row-store-builder.js';
import type { StagedColumn } from './staged-column.js';

/** Fields whose texts go into the row store as they are, and its column. */
export const copiedTexts: Readonly<Partial<Record<Field, CodeColumnName>>> = {
  order: 'order',
  line: 'lineId',
  buyer: 'buyer',
  account: 'account',
  phone: 'phone',
  receiver: 'receiver',
  address: 'address',
  shop: 'shop',
  sku: 'sku',
  status: 'status',
  memo: 'memo',
  title: 'product',
  product: 'product',
  productCode: 'product',
};

/** Fields whose texts are first translated: they get a dictionary of their own while the sheet is read. */
const translatedTexts: ReadonlySet<Field> = new Set([
  'platform',
  'currency',
  'province',
  'city',
  'closeReason',
  'refundStatus',
]);

/** Columns that are recognised, said to the user, and not needed for anything yet. */
const unread: ReadonlySet<Field> = new Set(['district', 'received']);

/** The staged columns of a sheet: those of the mapping that are needed, and the first column as a label. */
export interface SheetColumns {
  readonly byField: ReadonlyMap<Field, readonly StagedColumn[]>;
  /** Dictionaries of the translated fields. */
  readonly dictionaries: ReadonlyMap<Field, ByteDictionary>;
  readonly label: LabelColumn | null;
  /** Ascending by position. */
  readonly all: readonly StagedColumn[];
}

export function sheetColumns(
  mapping: Mapping,
  encoding: 'utf-8' | 'gb18030',
  texts: RowDictionaries,
  rules: TimeRules,
  showValues: boolean,
  currency: string,
): SheetColumns {
  const cell = new CellBytes(encoding);
  const dictionaries = new Map<Field, ByteDictionary>();
  const parsers = { money: moneyParserFor(currency), count: countParser, time: timeParser(rules) };
  const byField = new Map<Field, StagedColumn[]>();
  for (const mapped of neededColumns(mapping)) {
    const kind = mapping.dialect.fields[mapped.field]?.kind ?? generic.fields[mapped.field]?.kind ?? 'text';
    const column =
      kind === 'money' || kind === 'count' || kind === 'time'
        ? new NumberColumn(mapped, parsers[kind], cell, showValues)
        : new CodeColumn(
            mapped,
            textsOf(mapped.field, texts, dictionaries),
            codeKind(mapped.field, kind),
            cell,
            showValues,
          );
    byField.set(mapped.field, [...(byField.get(mapped.field) ?? []), column]);
  }
  const staged = [...byField.values()].flat();
  const label = staged.some(({ mapped }) => mapped.position === 0) ? null : new LabelColumn(labelOf(mapping), cell);
  const all = [...(label === null ? [] : [label]), ...staged].sort(
    (one, other) => one.mapped.position - other.mapped.position,
  );
  return { byField, dictionaries, label, all };
}

/** The product of a line or order is its title; where the sheet has none, its id, else the shop's own code. */
function neededColumns({ columns }: Mapping): readonly MappedColumn[] {
  const names: readonly Field[] = ['title', 'product', 'productCode'];
  const product = names.find((name) => columns.some(({ field }) => field === name));
  return columns.filter(({ field }) => !unread.has(field) && (!names.includes(field) || field === product));
}

function textsOf(field: Field, texts: RowDictionaries, own: Map<Field, ByteDictionary>): ColumnTexts {
  const name = copiedTexts[field];
  if (name !== undefined && !translatedTexts.has(field)) return texts[name];
  const dictionary = own.get(field) ?? new ByteDictionary();
  own.set(field, dictionary);
  return dictionary;
}

function codeKind(field: Field, kind: string): 'text' | 'id' | 'phone' {
  return field === 'phone' ? 'phone' : kind === 'id' ? 'id' : 'text';
}

function labelOf(mapping: Mapping): MappedColumn {
  return { position: 0, header: mapping.unusedHeaders[0] ?? '', field: 'memo', rank: 0, twin: false };
}
