import { type CrmError, errorKinds } from '../errors.js';
import { type Lang, type Params, say } from '../i18n/words.js';
import type { Issue } from '../model/issue.js';
import type { Note } from '../model/report.js';
import { sanitise } from '../util/sanitise.js';
import { cut, padEnd, widthOf } from '../util/width.js';
import { wrap } from '../util/wrap.js';
import { issueAdvice, issueExpected, issueProblem, noteWords, onPage, safeParams } from './labels.js';
import type { Style } from './reporter.js';
import { paintFor } from './terminal/paint.js';

/** Names and values longer than this are cut in messages; JSON holds them whole. */
const NAME_WIDTH = 80;

/** Lines that one piece of evidence may take. */
const DETAIL_LINES = 5;

/**
 * A refusal as people see it: `错误 where: what。`, then the evidence, what to do, and commands to copy (never cut).
 * Ends without a line break. Everything out of a file is sanitised.
 */
export function errorBlock(error: CrmError, lang: Lang, style: Pick<Style, 'width' | 'color' | 'light'>): string {
  const paint = paintFor(style);
  const kind = errorKinds[error.code];
  const params = safeParams(error.params);
  const where = error.where === '' ? '' : `${sanitise(error.where)}: `;
  const word = onPage('error', lang);
  const headline = wrap(`${word} ${where}${sentence(say(kind.what, lang, params), lang)}`, style.width).join('\n');
  const blocks = [
    headline.startsWith(word) ? paint.error(word) + headline.slice(word.length) : headline,
    indented(
      error.details.map((detail) => cut(sanitise(detail), style.width * DETAIL_LINES)),
      style.width,
    ),
    indented([sentence(say(kind.remedy, lang, params), lang)], style.width),
    commandLines(error.commands, lang, paint.quiet),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

/** One line: `FILE[, sheet "S"][, row N][, column "Header"]: what. What to do.` The value only when asked for. */
export function issueLine(issue: Issue, lang: Lang, showValues = false): string {
  const params = paramsOf(issue, lang);
  const problem = sentence(say(issueProblem(issue.problem), lang, params) + evidence(issue, lang, showValues), lang);
  const advice = sentence(say(issueAdvice(issue.problem), lang, params), lang);
  return placeText(issue, lang) + problem + (advice === '' || lang === 'zh' ? '' : ' ') + advice;
}

/** A kind of problem in one line: the first place, what is wrong there, how often in all. */
export function problemLine(issue: Issue, count: number, lang: Lang): string {
  const problem = say(issueProblem(issue.problem), lang, paramsOf(issue, lang));
  const text = count === 1 ? problem : problem + onPage('issueTimes', lang, { count });
  return placeText(issue, lang) + sentence(text, lang);
}

function paramsOf({ got, line, column }: Issue, lang: Lang): Params {
  return { got: gotText(got, lang), line: line ?? '', column: sanitise(column ?? '') };
}

function placeText({ file, sheet, line, column }: Issue, lang: Lang): string {
  return [
    sanitise(file),
    sheet === '' ? '' : onPage('place.sheet', lang, { sheet: brief(sheet) }),
    line === null ? '' : onPage('place.row', lang, { line: String(line) }),
    column === null ? '' : onPage('place.column', lang, { column: brief(column) }),
    onPage('place.end', lang),
  ].join('');
}

/** `（读到：文本，11 个字符；应为：…）` */
function evidence(issue: Issue, lang: Lang, showValues: boolean): string {
  const expected = issueExpected(issue.problem, lang);
  const got = gotText(issue.got, lang);
  const parts = [
    got === '' ? '' : onPage('found', lang, { got }),
    showValues && issue.value !== null ? onPage('value', lang, { value: brief(issue.value) }) : '',
    expected === '' ? '' : onPage('expected', lang, { expected }),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : onPage('brackets', lang, { text: parts.join(onPage('semicolon', lang)) });
}

/** A name or value of the file, made safe and no longer than a line. */
function brief(text: string): string {
  return cut(sanitise(text), NAME_WIDTH);
}

/** A note in words; a warning says so. A note nobody worded shows its id. */
export function noteLine(note: Note, lang: Lang): string {
  const words = noteWords(note.id);
  const text = words === undefined ? sanitise(note.id) : say(words, lang, safeParams(note.params));
  return note.level === 'warning' ? onPage('warning', lang, { text }) : text;
}

/** `text, 11 characters` is how the importers put it; said in Chinese for Chinese readers. A bare kind says nothing. */
function gotText(got: string, lang: Lang): string {
  const [, kind, length] = /^(text|number|date|error)(?:, (\d+) characters?)?$/.exec(got) ?? [];
  if (!isGotKind(kind)) return sanitise(got);
  if (length === undefined) return '';
  return lang === 'en' ? got : onPage(`got.${kind}`, lang, { length: Number(length) });
}

function isGotKind(kind: string | undefined): kind is 'text' | 'number' | 'date' | 'error' {
  return kind !== undefined;
}

function commandLines(commands: readonly string[], lang: Lang, quiet: (text: string) => string): string {
  const labels = commands.map((command) =>
    onPage(command.startsWith('crm init') ? 'command.always' : 'command.now', lang),
  );
  const width = Math.max(0, ...labels.map(widthOf));
  return commands
    .map((command, index) => `  ${quiet(padEnd(labels[index] ?? '', width))}  ${sanitise(command)}`)
    .join('\n');
}

function indented(texts: readonly string[], width: number): string {
  return texts
    .flatMap((text) => {
      const own = /^ */.exec(text)?.[0] ?? '';
      return wrap(text.trimStart(), width - 2 - own.length).map((line) => `  ${own}${line}`);
    })
    .join('\n');
}

/** With a full stop, unless it ends in punctuation or with something to copy. */
function sentence(text: string, lang: Lang): string {
  if (text === '' || /[\p{Po}\p{Pe}]$/u.test(text.replace(/[)）%"」]$/u, ''))) return text;
  return text + (lang === 'zh' ? '。' : '.');
}
