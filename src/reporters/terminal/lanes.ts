import type { Cell, Column, Table, Unit } from '../../model/report.js';
import { roughCell, roughly } from '../format.js';
import { columnLabel } from '../labels.js';
import { type Canvas, shown, shownColumn } from './canvas.js';
import type { Lane } from './fitted.js';
import { pairAt } from './pairs.js';
import type { Place } from './places.js';

const TEXTS: readonly Unit[] = ['text', 'name'];
const DROPPED = 1000;

/**
 * The columns of a table as lanes. Texts stand left, numbers right. Pairs become one lane; an interval stands right of
 * its rate. Ranks: the columns named by `place.drop` go first, then the others from the right.
 */
export function lanesOf(
  canvas: Canvas,
  table: Table,
  rows: readonly (readonly Cell[])[],
  place: Place,
): readonly Lane[] {
  const lanes = shownColumns(table.columns, place)
    .filter((at) => !isLeftOut(rows, at, place))
    .map((at, order): Lane => {
      const { key, unit } = table.columns[at]!;
      const pair = pairAt(table.columns, at);
      const dropped = place.drop?.indexOf(key) ?? -1;
      const cells = rows.map((row) => row[at] ?? null);
      const texts =
        pair === undefined
          ? columnOf(canvas, cells, table, at, place)
          : rows.map((row, index) =>
              pair.text(canvas, cells[index] ?? null, row[at + 1] ?? null, unit, writerOf(place)),
            );
      return {
        key,
        label: pair?.label(canvas, key) ?? columnLabel(key, canvas.lang, table.id),
        align: TEXTS.includes(unit) ? 'left' : 'right',
        cells: texts,
        flexible: TEXTS.includes(unit) && place.uncut?.includes(key) !== true,
        rank: dropped === -1 ? order : DROPPED - dropped,
      };
    });
  return place.namesOnce === true ? lanes.map((lane, index) => withoutRepeats(lane, lanes.slice(0, index))) : lanes;
}

/** How single cells of mixed units are written; roughly where the page wants amounts in brief. */
function writerOf({ brief }: Place): typeof shown {
  if (brief !== true) return shown;
  return (canvas, cell, unit, place) =>
    typeof cell === 'object' && cell !== null
      ? roughCell(cell, canvas.lang, canvas.currency)
      : shown(canvas, cell, unit, place);
}

/** The cells of one column; amounts in brief where the page wants them so. */
function columnOf(canvas: Canvas, cells: readonly Cell[], table: Table, at: number, place: Place): readonly string[] {
  const { key, unit } = table.columns[at]!;
  const isBrief = place.brief === true && (unit === 'money' || unit === 'price');
  if (unit === 'any') return cells.map((cell) => writerOf(place)(canvas, cell, unit, { table: table.id, column: key }));
  if (!isBrief) return shownColumn(canvas, cells, unit, { table: table.id, column: key });
  return cells.map((cell) =>
    typeof cell === 'number'
      ? roughly.money(Math.round(cell), canvas.lang, canvas.currency)
      : shown(canvas, cell, unit),
  );
}

/** A lane of texts whose cell is blank where it and all before it say the same as in the row above. */
function withoutRepeats(lane: Lane, before: readonly Lane[]): Lane {
  if (![...before, lane].every(({ flexible }) => flexible)) return lane;
  const isSame = (row: number) => [...before, lane].every(({ cells }) => cells[row] === cells[row - 1]);
  return { ...lane, cells: lane.cells.map((cell, row) => (row > 0 && isSame(row) ? '' : cell)) };
}

function isLeftOut(rows: readonly (readonly Cell[])[], at: number, { hideEmpty }: Place): boolean {
  return hideEmpty === true && rows.every((row) => (row[at] ?? null) === null);
}

/** Positions of the columns to show, each interval (by its lower end) after its rate. */
function shownColumns(columns: readonly Column[], place: Place): readonly number[] {
  const order: number[] = [];
  for (const [at, { key }] of columns.entries()) {
    if (place.hide?.includes(key) || pairAt(columns, at - 1) !== undefined) continue;
    const rate = order.findIndex((earlier) => columns[earlier]?.key === key.replace(/Low$/, 'Rate'));
    if (pairAt(columns, at) !== undefined && rate !== -1) order.splice(rate + 1, 0, at);
    else order.push(at);
  }
  return order;
}
