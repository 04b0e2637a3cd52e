import type { Table } from '../../model/report.js';
import type { Canvas } from './canvas.js';
import { figureList } from './figure-list.js';
import { type Figure, figuresOf } from './figures.js';
import type { Place } from './places.js';
import { titleLines } from './section.js';
import { tileLines } from './tiles.js';

/** The five figures people look at first, and what takes their place where they cannot be computed. */
const first = ['sales', 'customers', 'perCustomer', 'repeatRate', 'returningSales'];
const instead = ['orders', 'perOrder', 'refundRateMoney', 'perOrderMedian', 'gross', 'unitsPerOrder'];
const TILES = 5;

/** A table of metrics: the first figures as tiles, the others as a list below; where tiles are too few, a titled list. */
export function metricLines(canvas: Canvas, table: Table, place: Place): readonly string[] {
  const figures = figuresOf(canvas, table);
  const tiles = [...first, ...instead]
    .map((metric) => figures.find((figure) => figure.metric === metric && figure.value !== null))
    .filter((figure): figure is Figure => figure !== undefined)
    .slice(0, TILES);
  const others = figures.filter((figure) => !tiles.includes(figure)).flatMap((figure) => listed(figure, place));
  if (tiles.length < TILES) return [...titleLines(canvas, table, place), ...figureList(canvas, figures)];
  return [...tileLines(canvas, tiles), ...(others.length === 0 ? [] : ['', ...figureList(canvas, others)])];
}

/** In a choice of figures the period before is left to the tiles. */
function listed(figure: Figure, { figures }: Place): readonly Figure[] {
  if (figures === undefined) return [figure];
  return figures.includes(figure.metric) ? [{ ...figure, previous: '' }] : [];
}
