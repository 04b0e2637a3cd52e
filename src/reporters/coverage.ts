import type { page } from '../i18n/page.js';
import { grouped, type Lang } from '../i18n/words.js';
import type { Table } from '../model/report.js';
import { onPage, valueLabel } from './labels.js';

type Steps = ReadonlyMap<string, number>;
type Part = readonly [key: keyof typeof page, step: string];

const ladder: readonly Part[] = [
  ['coverage.rows', 'rows.read'],
  ['coverage.orders', 'orders'],
  ['coverage.valid', 'orders.valid'],
  ['coverage.customers', 'customers'],
];

/**
 * The reconciliation in two sentences: rows to orders to valid orders to customers; and everything left out, with why
 * (empty when nothing was).
 */
export function coverageTexts(table: Table, lang: Lang): { readonly counted: string; readonly left: string } {
  const steps = stepsOf(table);
  const inWindow = steps.get('orders.valid.in-window');
  const validKey = inWindow === undefined ? 'coverage.valid' : 'coverage.window';
  const inside = inWindow ?? 0;
  const counted = ladder
    .filter(([, step]) => steps.has(step) && !(step === 'customers' && steps.get(step) === 0))
    .map(([key, step]) =>
      onPage(key === 'coverage.valid' ? validKey : key, lang, { count: steps.get(step) ?? 0, inside }),
    )
    .join(onPage('comma', lang));
  const sentences = [
    reasons(lang, steps, 'coverage.uncounted', 'orders.uncounted.'),
    reasons(lang, steps, 'coverage.rejected', 'rows.rejected.'),
    some(lang, steps, 'coverage.duplicate', 'rows.duplicate'),
    some(lang, steps, 'coverage.withoutCustomer', 'orders.without-customer'),
  ];
  return { counted, left: sentences.filter((sentence) => sentence !== '').join(onPage('semicolon', lang)) };
}

function stepsOf(table: Table): Steps {
  const step = table.columns.findIndex(({ key }) => key === 'step');
  const count = table.columns.findIndex(({ key }) => key === 'count');
  const steps = new Map<string, number>();
  for (const row of table.rows) {
    const value = row[count];
    if (typeof value === 'number') steps.set(String(row[step]), value);
  }
  return steps;
}

/** `未计入 9,055 单：未付款 3,923、全额退款 5,132`, the reasons in the order of the ladder. */
function reasons(lang: Lang, steps: Steps, key: keyof typeof page, prefix: string): string {
  const found = [...steps].filter(([step, count]) => step.startsWith(prefix) && count > 0);
  if (found.length === 0) return '';
  const texts = found.map(([step, count]) => `${valueLabel(step, lang)} ${grouped(count)}`);
  const count = found.reduce((sum, [, value]) => sum + value, 0);
  return onPage(key, lang, { count, reasons: texts.join(onPage('list.comma', lang)) });
}

function some(lang: Lang, steps: Steps, key: keyof typeof page, step: string): string {
  const count = steps.get(step) ?? 0;
  return count === 0 ? '' : onPage(key, lang, { count });
}
