import { chineseWordsOf } from './chinese-words.js';
import { head, widthOf } from './width.js';

const PIECES = /[\x21-\x7e\u00a1-\u024f]+|\s+|[^\x21-\x7e\u00a1-\u024f\s]+/gu;
const CLOSING = /^[\p{Pe}\p{Pf}，。；：、！？…％,.;:!?%]/u;
const OPENING = /[\p{Ps}\p{Pi}]$/u;
/**
 * Sanitised prose in lines not wider than `width`, broken between words, Chinese ones as `chineseWordsOf` finds
 * them. A run of Latin letters, digits and signs without blanks (a sum, a date, an option) stays whole; closing punctuation stays on
 * the line of its word, 万 and 亿 on that of their digits, and opening punctuation with the word it opens. Only a word wider than a line is cut.
 */
export function wrap(text: string, width: number): readonly string[] {
  const limit = Math.max(1, width);
  if (text.trim() !== '' && widthOf(text) <= limit) return [text.trimEnd()];
  const lines: string[] = [];
  let line = '';
  for (const unit of units(text)) {
    if (widthOf(line) + widthOf(unit.trimEnd()) <= limit) {
      line += unit;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = unit.trimStart();
    while (widthOf(line.trimEnd()) > limit) {
      const start = head(line, limit) || ([...line][0] ?? '');
      lines.push(start);
      line = line.slice(start.length);
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** Words with the punctuation and blanks that belong to them: between two units a line may end. */
function units(text: string): readonly string[] {
  const found: string[] = [];
  for (const piece of pieces(text)) {
    const last = found.at(-1);
    const joins = last !== undefined && (/^\s/.test(piece) || (!/\s$/.test(last) && sticks(last, piece)));
    if (joins) found[found.length - 1] = last + piece;
    else found.push(piece);
  }
  return found;
}

function sticks(before: string, piece: string): boolean {
  return CLOSING.test(piece) || OPENING.test(before) || (/\d$/.test(before) && /^[万亿]/.test(piece));
}

function* pieces(text: string): Generator<string> {
  for (const [piece] of text.matchAll(PIECES)) {
    if (/^[\x21-\x7e\u00a1-\u024f\s]/.test(piece)) yield piece;
    else yield* chineseWordsOf(piece);
  }
}
