import { moneySpellings } from '../adapters/values/money-spellings.js';
import { explainLabels } from '../i18n/explain.js';
import type { Lang } from '../i18n/words.js';
import { wrap } from '../util/wrap.js';

/** What `crm explain` knows besides numbers: how amounts may be written in a file. */
export const amountsTopic = {
  id: 'amounts',
  name: { zh: '金额的写法', en: 'how amounts may be written' },
  aliases: ['金额', '金额写法', 'amount', 'money'],
} as const;

const INDENT = 4;

/** Every spelling of an amount that is read, what it is read as, and what is not read at all. */
export function amountsText(lang: Lang, width: number): string {
  const { name, id } = amountsTopic;
  const lines = [`${name[lang]}  ${name[lang === 'zh' ? 'en' : 'zh']}  (${id})`];
  for (const { written, read, why } of moneySpellings) {
    const shown = written.map((text) => (text === '' ? explainLabels.empty[lang] : text)).join('   ');
    const meaning = read === 'blank' || read === 'unreadable' ? explainLabels[read][lang] : read;
    lines.push(...wrap(shown, width - 2).map((line) => `  ${line}`));
    lines.push(...wrap(`= ${meaning}  ${why[lang]}`, width - INDENT).map((line) => ' '.repeat(INDENT) + line));
  }
  return `${lines.join('\n')}\n`;
}
