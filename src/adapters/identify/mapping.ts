import type { Dialect, Field, MappedColumn, Mapping } from '../dialect.js';
import { normalHeader, withoutCurrency } from './header.js';
import { headerIndex } from './header-index.js';
import type { HeaderRow } from './header-row.js';

/** A column the user gave a field, by position from 0. */
export interface ChosenColumn {
  readonly field: Field;
  readonly position: number;
}

/** Fields for which the generic dialect, too, looks at the next name where the first is blank. */
const fallsBack: ReadonlySet<Field> = new Set(['order', 'address']);

/**
 * Gives every column its field: the user's choices first (they replace what was found for that field), then the names
 * of the dialect. Of several names of one field a platform's are all kept, for rows in which the first is blank; among
 * the synonyms of the generic dialect only the most preferred one that is there counts, since two of them may mean
 * different things.
 */
export function mapColumns(
  dialect: Dialect,
  header: HeaderRow | null,
  width: number,
  chosen: readonly ChosenColumn[],
  ignored: ReadonlySet<Field>,
): Mapping {
  const names = header?.names ?? [];
  const found = [...chosenColumns(chosen, names), ...foundColumns(dialect, names, chosen)];
  const kept = preferred(found, dialect).filter(({ field }) => !ignored.has(field));
  const columns = withTwins(kept, names).sort((one, other) => one.position - other.position);
  const used = new Set(columns.map(({ position }) => position));
  return {
    dialect,
    skipRows: header === null ? 0 : header.index + 1,
    headerLine: header?.line ?? null,
    width,
    columns,
    names,
    unusedHeaders: names.filter((name, position) => name.trim() !== '' && !used.has(position)),
  };
}

function chosenColumns(chosen: readonly ChosenColumn[], names: readonly string[]): MappedColumn[] {
  const ranks = new Map<Field, number>();
  return chosen.map(({ field, position }) => {
    const rank = ranks.get(field) ?? 0;
    ranks.set(field, rank + 1);
    return { position, header: names[position] ?? '', field, rank, twin: false };
  });
}

function foundColumns(dialect: Dialect, names: readonly string[], chosen: readonly ChosenColumn[]): MappedColumn[] {
  const fields = new Set(chosen.map(({ field }) => field));
  const positions = new Set(chosen.map(({ position }) => position));
  const index = headerIndex(dialect);
  return names.flatMap((header, position) => {
    const name = normalHeader(header);
    const meaning = index.get(name) ?? index.get(withoutCurrency(name));
    if (meaning === undefined || fields.has(meaning.field) || positions.has(position)) return [];
    return [{ position, header, ...meaning, twin: false }];
  });
}

function preferred(columns: readonly MappedColumn[], { marks, fields }: Dialect): MappedColumn[] {
  const isGeneric = marks.length === 0;
  const all = (field: Field) => (isGeneric ? fallsBack.has(field) : fields[field]?.only !== true);
  const best = new Map<Field, number>();
  for (const { field, rank } of columns) best.set(field, Math.min(rank, best.get(field) ?? rank));
  return columns.filter(({ field, rank }) => all(field) || rank === best.get(field));
}

function withTwins(columns: readonly MappedColumn[], names: readonly string[]): MappedColumn[] {
  const key = ({ field, rank, position }: MappedColumn) =>
    `${field} ${rank} ${withoutCurrency(normalHeader(names[position] ?? ''))}`;
  const counts = new Map<string, number>();
  for (const column of columns) counts.set(key(column), (counts.get(key(column)) ?? 0) + 1);
  return columns.map((column) => ({ ...column, twin: (counts.get(key(column)) ?? 0) > 1 }));
}
