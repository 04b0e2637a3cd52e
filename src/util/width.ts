import { eastAsianWidth } from 'get-east-asian-width';

const NARROW = /^[\x20-\x7e]*$/;
/** Characters that are a grapheme each whatever stands beside them, as long as that is one of them too; none is a mark. */
const SIMPLE =
  /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u27bf\u3001-\u3029\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]*$/;
const ZERO = /^[\p{Mn}\p{Me}\u1160-\u11ff]$/u;
const TONE = /^\p{Emoji_Modifier}$/u;
const TONE_BASE = /^\p{Emoji_Modifier_Base}$/u;
const EMOJI_VARIANT = '\ufe0f';
/** Made when first needed: it costs milliseconds, and most texts need none. */
let graphemes: Intl.Segmenter | undefined;

/**
 * Columns a sanitised text takes on a terminal. East Asian wide and full-width characters take two, combining marks
 * none, ambiguous ones (`…`, `–`, `█`) one. An emoji with its skin tone or variant selector takes two.
 */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  if (SIMPLE.test(text)) {
    for (let at = 0; at < text.length; at++) width += eastAsianWidth(text.charCodeAt(at));
    return width;
  }
  for (const grapheme of clusters(text)) width += clusterWidth(grapheme);
  return width;
}

/** The text, or as many whole graphemes as fit with `mark` after them. Never wider than `width`. */
export function cut(text: string, width: number, mark = '…'): string {
  if (widthOf(text) <= width) return text;
  const ending = widthOf(mark) <= width ? mark : '';
  return head(text, width - widthOf(ending)).trimEnd() + ending;
}

/** The longest run of whole graphemes from the start that is not wider than `width`. */
export function head(text: string, width: number): string {
  let taken = '';
  let used = 0;
  for (const grapheme of clusters(text)) {
    used += clusterWidth(grapheme);
    if (used > width) break;
    taken += grapheme;
  }
  return taken;
}

/** Blanks after the text up to `width`; a wider text stays as it is. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** Blanks before the text up to `width`; a wider text stays as it is. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}

function* clusters(text: string): Generator<string> {
  graphemes ??= new Intl.Segmenter('zh', { granularity: 'grapheme' });
  for (const { segment } of graphemes.segment(text)) yield segment;
}

function clusterWidth(grapheme: string): number {
  let width = 0;
  let before = '';
  for (const character of grapheme) {
    const joined = ZERO.test(character) || (TONE.test(character) && TONE_BASE.test(before));
    if (!joined) width += eastAsianWidth(character.codePointAt(0) ?? 0);
    before = character;
  }
  return grapheme.includes(EMOJI_VARIANT) ? Math.max(2, width) : width;
}
