import { chineseWords } from './chinese-words.generated.js';

/** Runs of Chinese characters, and the marks between them that are words by themselves. */
const RUNS = /\p{Script=Han}+|[\u2010-\u2027\u2190-\u21ff、。，：；？！（）《》「」％￥]/gu;

/** Both made when first needed. */
let known: ReadonlyMap<string, readonly string[]> | undefined;
let segmenter: Intl.Segmenter | undefined;

/**
 * The words of a text without blanks and Latin letters, as Intl.Segmenter finds them. Its dictionary takes 9 ms to load:
 * the words of our own texts are kept, and it is only asked about others (names, mostly).
 */
export function chineseWordsOf(text: string): readonly string[] {
  return keptWords(text) ?? foundWords(text);
}

/** Null: something in it is not of our own texts. */
function keptWords(text: string): readonly string[] | null {
  known ??= new Map(chineseWords.split('\n').map((line) => [line.replaceAll(' ', ''), line.split(' ')]));
  const words: string[] = [];
  let length = 0;
  for (const [run] of text.matchAll(RUNS)) {
    const kept = run.length === 1 ? [run] : known.get(run);
    if (kept === undefined) return null;
    words.push(...kept);
    length += run.length;
  }
  return length === text.length ? words : null;
}

/** As the dictionary of this Node has it. */
export function foundWords(text: string): readonly string[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
