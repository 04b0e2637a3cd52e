import type { Cell } from '../../model/report.js';
import { padStart } from '../../util/width.js';
import { type Canvas, clipped } from './canvas.js';
import { type FittedLane, total } from './fitted.js';
import { GAP, type GridCell, grid } from './grid.js';
import type { Painter } from './paint.js';

/** Columns every table stands in from the left. */
export const INDENT = '  ';

/** Columns of the shortest bar worth drawing. */
export const NARROWEST_BAR = 8;
const WIDEST_BAR = 40;

/**
 * A header line and the rows, indented; bars, if any, take what is left of the line. A row with a painter of its own
 * has its first cell and its bar in that colour.
 */
export function tableLines(
  canvas: Canvas,
  lanes: readonly FittedLane[],
  bars: readonly Cell[] | null,
  painters: readonly (Painter | undefined)[] = [],
): readonly string[] {
  const height = lanes[0]?.cells.length ?? 0;
  const header = lanes.map((lane): GridCell => laneCell(canvas, lane, lane.label, canvas.paint.quiet));
  const drawn = bars === null ? null : barTexts(canvas, bars, barRoom(canvas, lanes));
  const rows = Array.from({ length: height }, (_, row): readonly GridCell[] => [
    ...lanes.map((lane, at) => laneCell(canvas, lane, lane.cells[row] ?? '', at === 0 ? painters[row] : undefined)),
    ...(drawn === null ? [] : [{ text: drawn[row] ?? '', paint: painters[row] ?? canvas.paint.bar }]),
  ]);
  const align = [...lanes.map((lane) => lane.align), 'left' as const];
  return grid([drawn === null ? header : [...header, { text: '' }], ...rows], align).map((line) => INDENT + line);
}

function laneCell(canvas: Canvas, lane: FittedLane, text: string, paint?: (text: string) => string): GridCell {
  const fitted = clipped(canvas, text, lane.width);
  const placed = lane.align === 'right' ? padStart(fitted, lane.width) : fitted;
  return paint === undefined ? { text: placed } : { text: placed, paint };
}

function barRoom(canvas: Canvas, lanes: readonly FittedLane[]): number {
  const used = INDENT.length + total(lanes.map((lane) => lane.width)) + GAP.length;
  return Math.min(WIDEST_BAR, canvas.width - used);
}

/** The largest takes all the room, something is never drawn as nothing; null where bars would be too short to read. */
function barTexts(canvas: Canvas, cells: readonly Cell[], room: number): readonly string[] | null {
  const values = cells.map((cell) => (typeof cell === 'object' ? (cell?.value ?? 0) : Number(cell)));
  const largest = Math.max(0, ...values);
  if (room < NARROWEST_BAR || largest === 0) return null;
  return values.map((value) => canvas.bar.repeat(value <= 0 ? 0 : Math.max(1, Math.round((value / largest) * room))));
}
