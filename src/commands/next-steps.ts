import type { Words } from '../i18n/words.js';
import type { Imported } from '../model/imported.js';
import type { Report } from '../model/report.js';
import { commandLine } from '../util/shell.js';
import type { AnalysisOptions } from './run-import.js';

/** A command line to run next on the same files, with what it is for. */
function step(purpose: Words, words: readonly string[]): Report['next'][number] {
  return { purpose, command: commandLine(['crm', ...words]) };
}

/** Steps that need to know who bought. */
const needCustomers: ReadonlySet<string> = new Set(['segment', 'repeat']);

/**
 * What to look at after a command: the others, on the same files read the same way, as far as these can answer. `lists`:
 * whether a forecast offers lists of customers.
 */
export function nextSteps(
  command: string,
  files: readonly string[],
  { table }: Pick<Imported, 'table'>,
  options: AnalysisOptions & { readonly model?: unknown } = {},
  lists = true,
): Report['next'] {
  const args = [...files, ...readingFlags(options)];
  const hasCustomers = table.texts.customer.size > 0;
  const own = ownSteps(command, args, options.model === 'auto', lists);
  if (own !== null) return own;
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

/** What follows from a forecast: whom to write to, the list, the season, the definitions. Null for other commands. */
function ownSteps(command: string, args: readonly string[], isChosen: boolean, lists: boolean): Report['next'] | null {
  const due = step({ zh: '该联系谁', en: 'Whom to write to' }, ['due', ...args]);
  const list = step({ zh: '每位买家的预测', en: 'Each customer' }, [
    'customers',
    ...args,
    '--output',
    'customers.xlsx',
  ]);
  const auto = step({ zh: '选最准的模型', en: 'Choose the best model' }, ['clv', ...args, '--model', 'auto']);
  const value = step({ zh: '一共值多少', en: 'What they are worth' }, ['clv', ...args]);
  const save = step({ zh: '存成名单', en: 'Save the list' }, ['due', ...args, '--output', 'due.csv']);
  const how = (word: string) => step({ zh: '数字怎么算', en: 'How it is counted' }, ['explain', word]);
  if (command === 'clv') return [...(lists ? [due, list] : []), ...(isChosen ? [] : [auto]), how('CLV')];
  return command === 'due' ? [save, value, how('due-days')] : null;
}

/** The flags that decide what the files say and who is who: without them the next command would answer for another shop. */
function readingFlags(options: AnalysisOptions): readonly string[] {
  const { platform, map = [], header, delimiter, encoding, sheet, orderIds, timezone } = options;
  const { identity, aliases, exclude, excludeMemo = [], keepZero } = options;
  const columns = map.map(({ field, column }) => `${field}=${String(column).replaceAll(',', ',,')}`);
  const given: readonly (readonly [flag: string, value: string | undefined])[] = [
    ['--platform', platform],
    ['--map', columns.length === 0 ? undefined : columns.join(',')],
    ['--delimiter', delimiter === '\t' ? 'tab' : delimiter],
    ['--encoding', encoding],
    ['--sheet', sheet],
    ['--order-ids', orderIds],
    ['--timezone', timezone],
    ['--identity', identity],
    ['--aliases', aliases],
    ['--exclude', exclude],
    ['--exclude-memo', excludeMemo.length === 0 ? undefined : excludeMemo.join(',')],
  ];
  const switches = [...(header === false ? ['--no-header'] : []), ...(keepZero === true ? ['--keep-zero'] : [])];
  return [...given.flatMap(([flag, value]) => (value === undefined ? [] : [flag, value])), ...switches];
}
