import { CrmError } from '../../errors.js';
import { nearest } from '../../util/near.js';
import type { ColumnChoice } from '../options.js';
import { normalHeader } from './header.js';
import type { HeaderRow } from './header-row.js';
import type { ChosenColumn } from './mapping.js';

/**
 * The columns that `--map` means: names are compared like headers, positions count from 1. A name that is not in the
 * header, a position beyond the last column and a column given twice are refused with what there is.
 */
export function chosenColumns(
  choices: readonly ColumnChoice[],
  header: HeaderRow | null,
  width: number,
  where: string,
): readonly ChosenColumn[] {
  const chosen: ChosenColumn[] = [];
  for (const { field, column } of choices) {
    const positions = typeof column === 'number' ? [positionOf(column, width, where)] : named(column, header, where);
    for (const position of positions) {
      const other = chosen.find((one) => one.position === position);
      if (other !== undefined) {
        throw new CrmError('map-column-twice', where, { column: String(column), first: other.field, second: field });
      }
      chosen.push({ field, position });
    }
  }
  return chosen;
}

function positionOf(column: number, width: number, where: string): number {
  if (column < 1 || column > width) throw new CrmError('map-position', where, { column: String(column), width });
  return column - 1;
}

/** All columns of that name: twins are merged cell by cell. */
function named(column: string, header: HeaderRow | null, where: string): readonly number[] {
  if (header === null) throw new CrmError('map-needs-position', where, { column });
  const wanted = normalHeader(column);
  const positions = header.names.flatMap((name, position) => (normalHeader(name) === wanted ? [position] : []));
  if (positions.length > 0) return positions;
  const named = header.names.filter((name) => name.trim() !== '');
  const near = nearest(wanted, named.map(normalHeader)).concat(named.filter((name) => name.includes(column.trim())));
  throw new CrmError(
    'map-column-missing',
    where,
    { column },
    { details: near.length > 0 ? [...new Set(near)] : named.slice(0, 40) },
  );
}
