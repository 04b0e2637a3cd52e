import { metrics } from '../analysis/index.generated.js';
import type { Metric } from '../analysis/metric.js';
import { CrmError } from '../errors.js';
import { explainLabels } from '../i18n/explain.js';
import type { Lang } from '../i18n/words.js';
import { nearest } from '../util/near.js';
import { padEnd } from '../util/width.js';
import { wrap } from '../util/wrap.js';
import { defineCommand } from './command.js';
import { amountsText, amountsTopic } from './explain-amounts.js';
import { generalOptions } from './options.js';

/** What a number means: the definition that stands beside its code. */
export const explain = defineCommand({
  id: 'explain',
  summary: { zh: '一个数字怎么算的', en: 'what a number means and how it is computed' },
  about: {
    zh: '给出公式、统计期、新客怎么处理、出处。不写名字就列出全部。中文名、英文名都认。crm explain amounts 列出金额可以怎么写。',
    en: 'Prints formula, window, what happens to customers too young to judge, and source. Without a name it lists them all. Chinese and English names work. crm explain amounts lists how amounts may be written.',
  },
  usage: '[TERM]',
  arguments: { least: 0, most: Number.POSITIVE_INFINITY },
  options: generalOptions,
  examples: [
    { command: 'crm explain 复购率', purpose: { zh: '复购率怎么算', en: 'the repeat rate' } },
    { command: 'crm explain repeat-within', purpose: { zh: 'N 日复购率怎么算', en: 'the N-day repurchase rate' } },
    { command: 'crm explain', purpose: { zh: '全部指标', en: 'all of them' } },
  ],
  run: async ({ args, lang, width }) => {
    if (args.length === 0) return { kind: 'text', text: listOf(metrics, lang) };
    const term = args.join(' ');
    if (isAmounts(term)) return { kind: 'text', text: amountsText(lang, width) };
    const found = find(term);
    if (found.length === 0) {
      const names = metrics.flatMap((metric) => [
        metric.id,
        metric.definition.name[lang],
        ...metric.definition.aliases,
      ]);
      const commands = nearest(term, names).map((name) => `crm explain ${name}`);
      throw new CrmError('unknown-term', term, {}, { commands });
    }
    return { kind: 'text', text: found.map((metric) => explanation(metric, lang, width)).join('\n') };
  },
});

/** Metrics that go by a name: by id, name or alias exactly; else those whose names hold the word. */
function find(term: string): readonly Metric[] {
  const wanted = plain(term);
  const exact = metrics.filter((metric) => namesOf(metric).some((name) => name === wanted));
  if (exact.length > 0) return exact;
  return wanted.length < 2
    ? []
    : metrics.filter((metric) => namesOf(metric).some((name) => name.includes(wanted))).slice(0, 3);
}

function isAmounts(term: string): boolean {
  const { id, name, aliases } = amountsTopic;
  return [id, name.zh, name.en, ...aliases].some((one) => plain(one) === plain(term));
}

function namesOf({ id, definition }: Metric): readonly string[] {
  return [id, definition.name.zh, definition.name.en, ...definition.aliases].map(plain);
}

function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
}

/** The text of one definition, the same that the README quotes. */
export function explanation({ id, definition }: Metric, lang: Lang, width: number): string {
  const { name, formula, window, young, source } = definition;
  const lines = [`${name[lang]}  ${name[lang === 'zh' ? 'en' : 'zh']}  (${id})`];
  for (const [label, text] of [
    [explainLabels.formula, formula],
    [explainLabels.window, window],
    [explainLabels.young, young],
    [explainLabels.source, source],
  ] as const) {
    const left = padEnd(`  ${label[lang]}`, INDENT);
    const wrapped = text[lang].split('\n').flatMap((paragraph) => wrap(paragraph, width - INDENT));
    lines.push(...wrapped.map((line, index) => (index === 0 ? left : ' '.repeat(INDENT)) + line));
  }
  return `${lines.join('\n')}\n`;
}

const INDENT = 11;

function listOf(all: readonly Metric[], lang: Lang): string {
  const width = Math.max(...all.map(({ id }) => id.length));
  const named = [...all.map(({ id, definition }) => ({ id, name: definition.name })), amountsTopic];
  return named.map(({ id, name }) => `${id.padEnd(width)}  ${name[lang]}\n`).join('');
}
