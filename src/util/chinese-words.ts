import { chineseWords } from './chinese-words.generated.js';

/** Runs of Chinese characters, and the marks between them that are words by themselves. */
const RUNS = /\p{Script=Han}+|[\u2010-\u2027\u2190-\u21ff、。，：；？！（）《》「」％￥]/gu;

/** Made when first needed. */
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
  const words: string[] = [];
  let length = 0;
  for (const [run] of text.matchAll(RUNS)) {
    if (run.length === 1) words.push(run);
    else if (!addKept(words, run)) return null;
    length += run.length;
  }
  return length === text.length ? words : null;
}

/** Looks a run up in the list as it is: making a map of it takes longer than all that is asked of one. */
function addKept(words: string[], run: string): boolean {
  const line = chineseWords.indexOf(`\n${run} `);
  if (line < 0) return false;
  const lengths = line + 1 + run.length + 1;
  let from = 0;
  for (let at = lengths; from < run.length; at++) {
    const to = from + Number.parseInt(chineseWords[at]!, 36);
    words.push(run.slice(from, to));
    from = to;
  }
  return true;
}

/** As the dictionary of this Node has it. */
export function foundWords(text: string): readonly string[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
