import { initText } from '../../i18n/init.js';
import { type Lang, say } from '../../i18n/words.js';
import { sanitise } from '../../util/sanitise.js';
import { padEnd, widthOf } from '../../util/width.js';
import type { Layout, LearntColumn } from './layout.js';

const WIDEST = 24;

/** The columns of a layout with what stands in them, a line each; contents only as their shape unless asked for. */
export function shownColumns(layout: Layout, file: string, showValues: boolean, lang: Lang): readonly string[] {
  const { columns, header } = layout;
  const width = Math.min(WIDEST, Math.max(4, ...columns.map(({ name }) => widthOf(sanitise(name)))));
  const title = { file: sanitise(file), line: header?.line ?? 0, count: columns.length };
  return [
    say(initText.columns, lang, title),
    ...(showValues ? [] : [say(initText.masked, lang)]),
    ...columns.map((column) => columnLine(column, width, showValues)),
  ];
}

/** `  3  实收金额  99.99 · 9.00`. */
export function columnLine({ position, name, samples }: LearntColumn, width: number, showValues: boolean): string {
  const shown = samples.map((text) => cut(sanitise(showValues ? text : shapeOf(text)))).join(' · ');
  return `${String(position + 1).padStart(3)}  ${padEnd(cut(sanitise(name)), width)}  ${shown}`.trimEnd();
}

/** What a text looks like: 9 for a digit, x for a letter, 字 for other letters; the rest as it is. */
export function shapeOf(text: string): string {
  return text
    .replace(/\p{Nd}/gu, '9')
    .replace(/[A-Za-z]/g, 'x')
    .replace(/[^\x00-\x7f\p{P}\p{S}\p{Z}]/gu, '字');
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length <= WIDEST ? text : `${characters.slice(0, WIDEST - 1).join('')}…`;
}
