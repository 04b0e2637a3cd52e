import type { Cell, Table } from '../../model/report.js';
import { fixed } from '../../util/decimal.js';
import { padEnd, padStart, widthOf } from '../../util/width.js';
import { cohortTexts } from '../cohort-name.js';
import { largeAmount } from '../format.js';
import { columnLabel, onPage } from '../labels.js';
import { type Matrix, type MatrixRow, matricesOf, sameGroup } from '../matrix.js';
import { type Canvas, clipped, shown } from './canvas.js';
import { GAP } from './grid.js';
import { type HeatScale, heatScale, heatStep } from './heat-scale.js';
import type { Place } from './places.js';
import { quietLines, titleLines } from './section.js';
import { INDENT } from './table-lines.js';

/** Columns of a cell: a blank, up to four digits and a point, a blank. Larger numbers get more. */
const CELL = 6;
const COHORTS = 14;
const GROUPS = 8;
/** Periods whose mean is shown even where no cohort shown is old enough. */
const FIRST = 12;
/** Sums from here on are written in 万 or k. */
const LARGE = 100_000;

/**
 * A long table of cohorts as a heat map: one line a cohort, one cell a period, below it the weighted mean of all
 * cohorts. What has not been observed in full is empty. A narrow screen leaves out the last periods, many cohorts the
 * first; both are said. Rates are percent numbers without a sign.
 */
export function heatMap(canvas: Canvas, table: Table, place: Place, means?: Table): readonly string[] {
  const maps = (place.heat ?? [{ value: 'rate' }]).filter((map) => table.columns.some(({ key }) => key === map.value));
  return maps.flatMap((map, index) => {
    const own = map.caption === undefined ? place : { ...place, caption: map.caption };
    return [...(index === 0 ? [] : ['']), ...oneMap(canvas, table, own, map.value, means)];
  });
}

function oneMap(canvas: Canvas, table: Table, place: Place, value: string, means?: Table): readonly string[] {
  const matrices = matricesOf(table, value)?.filter(({ rows }) => rows.length > 0) ?? [];
  const title = titleLines(canvas, table, place);
  if (matrices.length === 0) return [...title, ...quietLines(canvas, [onPage('noRows', canvas.lang)])];
  const meansOf = means === undefined ? null : matricesOf(means, value);
  const blocks = matrices
    .slice(0, GROUPS)
    .flatMap((matrix) => [
      ...groupLine(canvas, matrix),
      ...matrixLines(canvas, layoutOf(canvas, table, matrix, sameGroup(meansOf, matrix)?.rows[0], place)),
    ]);
  const many = { groups: matrices.length, shown: GROUPS };
  const more = matrices.length > GROUPS ? [onPage('moreGroups', canvas.lang, many)] : [];
  return [...title, ...blocks, ...quietLines(canvas, more)];
}

function groupLine(canvas: Canvas, { group }: Matrix): readonly string[] {
  if (group.length === 0) return [];
  const name = shown(canvas, group.at(-1) ?? null, 'name');
  return [INDENT + canvas.paint.quiet(clipped(canvas, name, canvas.width - INDENT.length))];
}

interface Layout {
  /** Cohort and size of every line: header, cohorts, mean. All equally wide, with a blank at the end. */
  readonly starts: readonly string[];
  readonly rows: readonly MatrixRow[];
  readonly mean: MatrixRow | undefined;
  readonly periods: readonly number[];
  readonly write: (cell: Cell) => string;
  readonly scale: HeatScale;
  /** What is not shown, in sentences. */
  readonly left: readonly string[];
}

function layoutOf(canvas: Canvas, table: Table, matrix: Matrix, mean: MatrixRow | undefined, place: Place): Layout {
  const rows = matrix.rows.slice(-(place.rows ?? COHORTS));
  const observed = ({ cells }: MatrixRow, period: number) => (cells.get(period) ?? null) !== null;
  const isWanted = (period: number) =>
    rows.some((row) => observed(row, period)) || (period <= FIRST && mean !== undefined && observed(mean, period));
  const wanted = matrix.periods.filter(isWanted);
  const starts = startsOf(canvas, table, rows);
  const written = writerOf(canvas, matrix);
  const cells = [...rows, ...(mean === undefined ? [] : [mean])].flatMap((row) =>
    wanted.map((period) => written(row.cells.get(period) ?? null)),
  );
  const width = Math.max(CELL, ...cells.map((text) => widthOf(text) + 2));
  const room = canvas.width - INDENT.length - widthOf(starts[0] ?? '');
  const fitting = Math.max(0, Math.floor(room / width));
  return {
    starts,
    rows,
    mean,
    periods: wanted.slice(0, fitting),
    write: (cell) => `${padStart(written(cell), width - 1)} `,
    scale: heatScale(matrix),
    left: leftOut(canvas, matrix, rows, wanted.slice(fitting)),
  };
}

function startsOf(canvas: Canvas, table: Table, rows: readonly MatrixRow[]): readonly string[] {
  const label = (key: string) => columnLabel(key, canvas.lang, table.id);
  const names = [label('cohort'), ...cohortTexts(rows.map(({ cohort }) => cohort)), onPage('mean', canvas.lang)];
  const sizes = [label('size'), ...rows.map(({ size }) => shown(canvas, size, 'count')), ''];
  const [nameWidth, sizeWidth] = [names, sizes].map((texts) => Math.max(...texts.map(widthOf)));
  return names.map((name, at) => padEnd(name, nameWidth ?? 0) + GAP + padStart(sizes[at] ?? '', sizeWidth ?? 0) + ' ');
}

/** Percent with one decimal; sums without their sign, whole from a hundred on, in 万 or k where they are large. */
function writerOf({ currency, lang, ...canvas }: Canvas, { unit, rows }: Matrix): (cell: Cell) => string {
  const isMoney = unit === 'money' || unit === 'price';
  const by = 10 ** currency.decimals;
  const decimals = isMoney && heatScale({ rows, unit }).to >= 100 * by ? 0 : currency.decimals;
  return (cell) => {
    if (typeof cell !== 'number') return '';
    if (unit === 'ratio') return fixed(cell * 100, 1);
    if (!isMoney) return shown({ currency, lang, ...canvas }, cell, unit);
    return Math.abs(cell) < LARGE * by ? fixed(cell / by, decimals) : largeAmount(cell, lang, currency);
  };
}

function matrixLines(canvas: Canvas, { starts, rows, mean, periods, write, scale, left }: Layout): readonly string[] {
  const { heat, quiet } = canvas.paint;
  const blank = write(null).length;
  const header = starts[0] + periods.map((period) => `${padStart(`+${period}`, blank - 1)} `).join('');
  const painted = (row: MatrixRow) =>
    periods.map((period) => {
      const cell = row.cells.get(period) ?? null;
      const step = heatStep(cell, scale, heat.length);
      return (step === null ? undefined : heat[step])?.(write(cell)) ?? write(cell);
    });
  const lines = rows.map((row, at) => (starts[at + 1] + painted(row).join('')).trimEnd());
  const last =
    mean === undefined
      ? []
      : [quiet((starts.at(-1) + periods.map((period) => write(mean.cells.get(period) ?? null)).join('')).trimEnd())];
  return [...[quiet(header.trimEnd()), ...lines, ...last].map((line) => INDENT + line), ...quietLines(canvas, left)];
}

function leftOut(
  canvas: Canvas,
  matrix: Matrix,
  rows: readonly MatrixRow[],
  hidden: readonly number[],
): readonly string[] {
  const cohorts = { cohorts: matrix.rows.length, shown: rows.length };
  const ends = { from: `+${hidden[0]}`, to: `+${hidden.at(-1)}` };
  return [
    ...(rows.length < matrix.rows.length ? [onPage('lastCohorts', canvas.lang, cohorts)] : []),
    ...(hidden.length === 0 ? [] : [onPage('hiddenPeriods', canvas.lang, ends)]),
  ];
}
