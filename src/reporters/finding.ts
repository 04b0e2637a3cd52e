import { type Lang, type Params, say } from '../i18n/words.js';
import type { Currency, Finding } from '../model/report.js';
import { roughCell } from './format.js';
import { noteWords, safeParams } from './labels.js';

/** A conclusion as people read it: large amounts in 万 or k, whatever came out of a file made safe. */
export function findingText({ id, params }: Finding, lang: Lang, currency: Currency): string {
  const written: Params = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'object' ? roughCell(value, lang, currency) : value,
    ]),
  );
  const words = noteWords(id);
  return words === undefined ? id : say(words, lang, safeParams(written));
}
