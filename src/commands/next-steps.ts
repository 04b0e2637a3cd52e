import type { Words } from '../i18n/words.js';
import type { Imported } from '../model/imported.js';
import type { Report } from '../model/report.js';
import { commandLine } from '../util/shell.js';

/** A command line to run next on the same files, with what it is for. */
function step(purpose: Words, words: readonly string[]): Report['next'][number] {
  return { purpose, command: commandLine(['crm', ...words]) };
}

/** Steps that need to know who bought. */
const needCustomers: ReadonlySet<string> = new Set(['segment', 'repeat']);

/** What to look at after a command: the others, on the same files, as far as these can answer. */
export function nextSteps(
  command: string,
  args: readonly string[],
  { table }: Pick<Imported, 'table'>,
): Report['next'] {
  const hasCustomers = table.texts.customer.size > 0;
  const steps = [
    { id: 'segment', step: step({ zh: '睡眠买家名单', en: 'Sleeping customers' }, ['segment', 'sleeping', ...args]) },
    { id: 'repeat', step: step({ zh: '复购明细', en: 'Repeat purchase' }, ['repeat', ...args]) },
    { id: 'check', step: step({ zh: '核对数据', en: 'Check the data' }, ['check', ...args]) },
    { id: 'explain', step: step({ zh: '数字怎么算', en: 'How it is counted' }, ['explain', 'repeat-rate']) },
  ];
  return steps
    .filter(({ id }) => id !== command && (hasCustomers || !needCustomers.has(id)))
    .map(({ step: one }) => one);
}
