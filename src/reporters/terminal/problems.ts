import { grouped } from '../../i18n/words.js';
import type { Cell, Table } from '../../model/report.js';
import { sanitise } from '../../util/sanitise.js';
import { wrap } from '../../util/wrap.js';
import { issueAdvice, issueExpected, onPage, valueLabel } from '../labels.js';
import type { Canvas } from './canvas.js';
import type { Place } from './places.js';
import { titleLines } from './section.js';
import { INDENT } from './table-lines.js';

/** The problems of rows, a block each: what it is and how often, where it is, what should stand there, what to do. */
export function problemBlocks(canvas: Canvas, table: Table, place: Place): readonly string[] {
  const at = (key: string) => table.columns.findIndex((column) => column.key === key);
  const keys = {
    problem: at('problem'),
    done: at('done'),
    count: at('count'),
    header: at('header'),
    places: at('places'),
  };
  const rows = [...table.rows].sort((one, other) => Number(other[keys.count]) - Number(one[keys.count]));
  const text = (row: readonly Cell[], key: keyof typeof keys) => String(row[keys[key]] ?? '');
  const blocks = rows.flatMap((row) => {
    const problem = text(row, 'problem');
    const done = text(row, 'done');
    const params = {
      problem: valueLabel(problem, canvas.lang, { table: table.id, column: 'problem' }),
      count: grouped(Number(row[keys.count])),
      done: done === '' ? '' : valueLabel(done, canvas.lang, { table: table.id, column: 'done' }),
    };
    const lines = [
      onPage('problem.where', canvas.lang, { places: sanitise(text(row, 'places')) }),
      ...(text(row, 'header') === '' ? [] : [onPage('problem.column', canvas.lang, { column: text(row, 'header') })]),
      onPage('problem.expected', canvas.lang, { expected: issueExpected(problem, canvas.lang) }),
      onPage('problem.advice', canvas.lang, { advice: issueAdvice(problem)[canvas.lang] }),
    ];
    return [
      ...indented(canvas, onPage('problem.what', canvas.lang, params), INDENT, canvas.paint.warning),
      ...lines.flatMap((line) => indented(canvas, line, INDENT + INDENT, (plain) => plain)),
    ];
  });
  return [...titleLines(canvas, table, place), ...blocks];
}

function indented(canvas: Canvas, text: string, by: string, paint: (text: string) => string): readonly string[] {
  return wrap(text, canvas.width - by.length).map((line) => by + paint(line));
}
