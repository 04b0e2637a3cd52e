import { type Lang, say } from '../../i18n/words.js';
import type { Note, Report } from '../../model/report.js';
import { sanitise } from '../../util/sanitise.js';
import { padEnd, widthOf } from '../../util/width.js';
import { wrap } from '../../util/wrap.js';
import { findingText } from '../finding.js';
import { issueProblem, onPage } from '../labels.js';
import { noteLine, problemLine } from '../messages.js';
import { type Canvas, clipped } from './canvas.js';
import type { Painter } from './paint.js';
import { INDENT } from './table-lines.js';

type Lines = readonly string[];

const PROBLEMS_SHOWN = 4;

/** The notes of a table or page that nobody said before; each is said once, however many tables have it. */
export function newNotes({ notes }: Pick<Report, 'notes'>, lang: Lang, said: Set<string>): readonly Note[] {
  return notes.filter((note) => {
    const text = noteLine(note, lang);
    if (said.has(text)) return false;
    said.add(text);
    return true;
  });
}

/** Warnings, a paragraph each, then what only explains, run together. */
export function noteLines(canvas: Canvas, notes: readonly Note[]): Lines {
  const { lang, paint, width } = canvas;
  const paragraph = (text: string, painter: Painter) =>
    wrap(text, width - INDENT.length).map((line) => INDENT + painter(line));
  const warnings = notes.filter(({ level }) => level === 'warning');
  const infos = notes.filter(({ level }) => level !== 'warning').map((note) => noteLine(note, lang));
  return [
    ...warnings.flatMap((note) => paragraph(noteLine(note, lang), paint.warning)),
    ...(infos.length === 0 ? [] : paragraph(infos.join(lang === 'zh' ? '' : ' '), paint.quiet)),
  ];
}

/** How many rows have problems, a line for each kind with its first place; nothing where a table says it all. */
export function issueBlock(canvas: Canvas, { issues, tables }: Report): Lines {
  if (issues.count === 0 || tables.some(({ id }) => id === 'problems')) return [];
  const { lang } = canvas;
  const kinds = problemsOf(issues, lang);
  const shown = kinds.slice(0, PROBLEMS_SHOWN);
  const lines = shown.flatMap(({ problem, first, count }) => {
    const line = first === undefined ? onPage('issueKind', lang, { problem, count }) : problemLine(first, count, lang);
    return wrap(line, canvas.width - INDENT.length);
  });
  const left = kinds.slice(PROBLEMS_SHOWN);
  const more = { kinds: left.length, count: left.reduce((sum, { count }) => sum + count, 0) };
  const title = `${onPage('issues', lang)}${INDENT}${onPage('issueCount', lang, { count: issues.count })}`;
  const rest = left.length === 0 ? [] : wrap(onPage('issueMore', lang, more), canvas.width - INDENT.length);
  const all = [...lines, ...rest.map(canvas.paint.quiet)];
  return headed(
    canvas,
    title,
    all.map((line) => INDENT + line),
  );
}

/** Each kind of problem with its first issue, the most frequent first. */
function problemsOf({ byProblem, first }: Report['issues'], lang: Lang) {
  return [...byProblem]
    .sort(([oneKey, one], [otherKey, other]) => other - one || (oneKey < otherKey ? -1 : 1))
    .map(([problem, count]) => ({
      problem: say(issueProblem(problem), lang),
      first: first.find((issue) => issue.problem === problem),
      count,
    }));
}

/** Lines under a bold title; nothing without lines. */
export function headed(canvas: Canvas, title: string, lines: Lines): Lines {
  return lines.length === 0 ? [] : [canvas.paint.strong(clipped(canvas, title, canvas.width)), ...lines];
}

/** Purpose and command; the command is never cut, so that it can be copied. */
export function nextLines(canvas: Canvas, { next }: Report): Lines {
  const width = Math.max(0, ...next.map(({ purpose }) => widthOf(purpose[canvas.lang])));
  return next.map(({ purpose, command }) => {
    const label = padEnd(purpose[canvas.lang], width);
    return `${canvas.paint.quiet(label)}${INDENT}${sanitise(command)}`;
  });
}

/** Conclusions, numbered. */
export function findingBlock(canvas: Canvas, { findings }: Pick<Report, 'findings'>): Lines {
  return headed(canvas, onPage('findings', canvas.lang), numbered(canvas, findings));
}

/** Conclusions that are a verdict: the first says it all, the others what to do first. */
export function verdictBlock(canvas: Canvas, { findings: [first, ...others] }: Pick<Report, 'findings'>): Lines {
  if (first === undefined) return [];
  const text = findingText(first, canvas.lang, canvas.currency);
  const paint = others.length === 0 ? canvas.paint.strong : canvas.paint.warning;
  const verdict = wrap(text, canvas.width - INDENT.length).map((line) => INDENT + paint(line));
  return headed(canvas, onPage('verdict', canvas.lang), [...verdict, ...numbered(canvas, others)]);
}

function numbered(canvas: Canvas, findings: Report['findings']): Lines {
  return findings.flatMap((finding, index) => {
    const text = findingText(finding, canvas.lang, canvas.currency);
    const number = `${index + 1} `;
    return wrap(text, canvas.width - INDENT.length - number.length).map(
      (line, at) => INDENT + (at === 0 ? number : ' '.repeat(number.length)) + line,
    );
  });
}
