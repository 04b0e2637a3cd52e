import { type Dialect, type Field, fieldNames, ownFieldNames } from '../dialect.js';
import { normalHeader } from './header.js';

/** Where a header name stands in a dialect: its field, and how preferred it is. */
export interface HeaderMeaning {
  readonly field: Field;
  readonly rank: number;
}

const indexes = new WeakMap<Dialect, ReadonlyMap<string, HeaderMeaning>>();

/** The header names of a dialect, normalised; a name of two fields means the first of them in the order of the fields. */
export function headerIndex(dialect: Dialect): ReadonlyMap<string, HeaderMeaning> {
  const known = indexes.get(dialect);
  if (known !== undefined) return known;
  const index = new Map<string, HeaderMeaning>();
  for (const field of [...fieldNames, ...ownFieldNames]) {
    dialect.fields[field]?.headers.forEach((header, rank) => {
      const name = normalHeader(header);
      if (!index.has(name)) index.set(name, { field, rank });
    });
  }
  indexes.set(dialect, index);
  return index;
}
