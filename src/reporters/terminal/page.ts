import type { Note, Report, Table } from '../../model/report.js';
import { chosenTable } from '../chosen-table.js';
import { onPage } from '../labels.js';
import type { Style } from '../reporter.js';
import { withSubtotal } from '../subtotal.js';
import { type Canvas, canvasFor } from './canvas.js';
import { columnRoles } from './column-roles.js';
import { coverageLines } from './coverage.js';
import { headLines } from './head.js';
import { heatMap } from './heat.js';
import { metricLines } from './metrics.js';
import { beginsWithFindings, type Form, type Place, placeOf } from './places.js';
import { problemBlocks } from './problems.js';
import { records } from './records.js';
import { findingBlock, headed, issueBlock, newNotes, nextLines, noteLines, verdictBlock } from './remarks.js';
import { across, section } from './section.js';

type Lines = readonly string[];

type Drawing = (canvas: Canvas, table: Table, place: Place, tables: readonly Table[]) => Lines;

/** One drawing per form. Coverage stands in the head of the page, so it draws nothing here. */
const drawings: Readonly<Record<Form, Drawing>> = {
  section,
  across,
  records,
  problems: problemBlocks,
  roles: columnRoles,
  figures: metricLines,
  heat: (canvas, table, place, tables) =>
    heatMap(
      canvas,
      table,
      place,
      tables.find(({ id }) => id === `${table.id}-mean`),
    ),
  coverage: () => [],
  none: () => [],
};

/**
 * The page as lines: head and coverage, the tables of the command, notes, problems, conclusions, other currencies, next
 * commands. With `style.table` that table alone, in full.
 */
export function* pageLines(report: Report, style: Style): Generator<string> {
  if (style.table !== null) {
    yield* oneTable(report, style);
    return;
  }
  yield* spaced(reportBlocks(report, style));
  for (const other of report.others) {
    yield '';
    yield canvasFor(style, other).paint.strong(onPage('others', style.lang, { code: other.currency.code }));
    yield* spaced(reportBlocks(other, style));
  }
  const next = nextLines(canvasFor(style, report), report);
  if (next.length > 0) yield '';
  yield* next;
}

function* oneTable(report: Report, style: Style): Generator<string> {
  const canvas = canvasFor(style, report);
  const table = withSubtotal(chosenTable(report, style));
  const { form, ...place } = placeOf('', table.id);
  const lines = drawings[form === 'coverage' ? 'section' : form](canvas, table, { form, ...place }, report.tables);
  yield* spaced([headLines(canvas, report), [...lines, ...noteLines(canvas, table.notes)]]);
}

/** Lines that a page may take without being long: rows to spare are shown while it stays within. */
const PAGE = 45;

function reportBlocks(report: Report, style: Style): readonly Lines[] {
  const blocks = [...blocksOf(report, style, 0)].filter((lines) => lines.length > 0);
  const ends = report.next.length === 0 ? 0 : report.next.length + 1;
  const spare = PAGE - ends - blocks.reduce((sum, lines) => sum + lines.length + 1, -1);
  return spare > 0 ? [...blocksOf(report, style, spare)] : blocks;
}

function* blocksOf(report: Report, style: Style, spare: number): Generator<Lines> {
  const canvas = canvasFor(style, report);
  const said = new Set<string>();
  const placed = report.tables.map((table) => ({ table, place: roomier(placeOf(report.command, table.id), spare) }));
  const covered = placed.filter(({ place }) => place.form === 'coverage');
  yield [...headLines(canvas, report), ...covered.flatMap(({ table }) => coverageLines(canvas, table))];
  const isVerdict = beginsWithFindings.has(report.command);
  if (isVerdict) yield verdictBlock(canvas, report);
  const last: Note[] = [];
  for (const { table, place } of placed) {
    const isBeside = report.tables.some(({ id }) => id === place.beside);
    const notes = newNotes(table, style.lang, said);
    if (place.form === 'none' || isBeside) {
      last.push(...notes.filter(({ level }) => isBeside || level === 'warning'));
      continue;
    }
    if (place.notesLast === true) last.push(...notes);
    const below = place.notesLast === true ? [] : noteLines(canvas, notes);
    if (place.skipEmpty === true && below.length === 0 && isEmpty(table)) continue;
    yield [...drawings[place.form](canvas, withSubtotal(table), place, report.tables), ...below];
  }
  yield headed(
    canvas,
    onPage('notes', style.lang),
    noteLines(canvas, [...last, ...newNotes(report, style.lang, said)]),
  );
  yield issueBlock(canvas, report);
  if (!isVerdict) yield findingBlock(canvas, report);
}

function roomier(place: Place, spare: number): Place {
  if (place.rows === undefined || place.rowsToSpare === undefined) return place;
  return { ...place, rows: place.rows + Math.min(spare, place.rowsToSpare) };
}

function isEmpty({ rows }: Table): boolean {
  for (const _ of rows) return false;
  return true;
}

function* spaced(blocks: Iterable<Lines>): Generator<string> {
  let isFirst = true;
  for (const lines of blocks) {
    if (lines.length === 0) continue;
    if (!isFirst) yield '';
    yield* lines;
    isFirst = false;
  }
}
