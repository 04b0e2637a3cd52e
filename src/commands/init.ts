import { openFile } from '../adapters/read/open.js';
import { CrmError } from '../errors.js';
import { fields } from '../i18n/fields.js';
import { initText } from '../i18n/init.js';
import { say } from '../i18n/words.js';
import { commandLine } from '../util/shell.js';
import { type CommandContext, defineCommand, type Outcome } from './command.js';
import { type Answer, columnOf, configText } from './init/config-text.js';
import { type Layout, layoutOf } from './init/layout.js';
import { columnLine, shownColumns } from './init/shown-columns.js';
import { outputOptions } from './options/output.js';
import { generalOptions, initOptions, inputOptions } from './options.js';
import { readOptions } from './run-import.js';

/** Where the config goes unless said otherwise: where every later run finds it. */
const USUAL = 'crm.toml';
const NONE = '-';

/** How the file is to be read; what its columns are is asked, whatever a config says of another file. */
const { map: _map, ...reading } = inputOptions;

type Options = Parameters<typeof readOptions>[0] & {
  readonly write?: string | undefined;
  readonly showValues?: boolean | undefined;
};
type Context = CommandContext<Options>;

/** Learns the layout of a file that no platform claims, and writes it down. */
export const init = defineCommand({
  id: 'init',
  summary: { zh: '教它认一种新表格：问几句，写成 crm.toml', en: 'learn a new layout: a few questions, then crm.toml' },
  about: {
    zh: '列出表头和每列的三个内容样例（只显示样子，--show-values 显示原值），自己猜各列是什么，只问拿不准的，然后写好 crm.toml。已有的文件不会不问就覆盖。\n不在终端里运行时不提问：列出可以直接用的 --map 命令，退出码 2。已认得的文件不用配置。',
    en: 'Lists the headers with three samples of each column (their shape only; --show-values shows them), guesses what the columns are, asks only what is unclear and writes crm.toml. A file that is there is never replaced unasked.\nWithout a terminal nothing is asked: the command with --map is printed, exit status 2. Files that are known need no config.',
  },
  usage: 'FILE',
  arguments: { least: 1, most: 1 },
  options: { ...reading, ...initOptions, showValues: outputOptions.showValues, ...generalOptions },
  examples: [
    { command: 'crm init my.csv', purpose: { zh: '第一次用自己的表', en: 'a table of your own' } },
    { command: 'crm init my.csv --write shop.toml', purpose: { zh: '写到别的文件', en: 'into another file' } },
  ],
  run: async (context) => {
    const { args, options, world } = context;
    const { sources } = await world.openInputs(args, options.maxSize ?? null);
    const [source] = sources;
    if (source === undefined || sources.length > 1) throw new CrmError('init-one-file', args[0] ?? '');
    const read = readOptions(options);
    const opened = await openFile(source, read, { runChild: world.runChild, onBytes: () => undefined });
    const layouts: Layout[] = [];
    for (const sheet of opened.sheets) {
      if (read.sheet !== null && sheet.name !== '' && sheet.name !== read.sheet) continue;
      layouts.push(await layoutOf(sheet, read, { file: source.name, path: source.path, sheet: sheet.name }));
    }
    const known = layouts.find(({ found, open }) => found.mapping !== null && isClear(found.mapping.dialect, open));
    if (known !== undefined && options.write === undefined) return alreadyKnown(known, source.path, context);
    const layout = known ?? [...layouts].sort((one, other) => other.columns.length - one.columns.length)[0];
    if (layout === undefined || layout.columns.length === 0) throw new CrmError('no-header', source.name);
    return learnt(layout, source.name, source.path, context);
  },
});

function isClear(dialect: { readonly marks: readonly unknown[] }, open: Layout['open']): boolean {
  return dialect.marks.length > 0 || open.every(({ field }) => field === 'order');
}

function alreadyKnown({ found }: Layout, path: string, { lang }: Context): Outcome {
  const { id, title } = found.mapping!.dialect;
  const command = commandLine(['crm', 'analyze', path]);
  return { kind: 'text', text: `${say(initText.known, lang, { id, title: title[lang] })}\n\n  ${command}\n` };
}

async function learnt(layout: Layout, file: string, path: string, context: Context): Promise<Outcome> {
  const { options, lang, world } = context;
  const shown = shownColumns(layout, file, options.showValues === true, lang);
  if (world.choose === null) throw withoutTerminal(layout, path, shown, context);
  const target = options.write ?? USUAL;
  if (await world.exists(target)) await mayReplace(target, context);
  world.tell(`${shown.join('\n')}\n`);
  const settings = { ...given(options), ...(await platformOf(layout, context)) };
  const answers = await asked(layout, context);
  const text = configText(layout, answers, settings, file, lang);
  await world.save(target, [new TextEncoder().encode(text)]);
  const command = commandLine(['crm', 'analyze', path, ...(target === USUAL ? [] : ['--config', target])]);
  return { kind: 'text', text: `${say(initText.written, lang, { file: target })}\n\n  ${command}\n` };
}

/** What was given with flags and every later run needs too, as a config file says it. */
function given({
  delimiter,
  encoding,
  sheet,
  header,
  orderIds,
  timezone,
  platform,
}: Options): Record<string, string | boolean> {
  const all = {
    platform,
    delimiter: delimiter === '\t' ? 'tab' : delimiter,
    ...{ encoding, sheet, header, timezone },
    'order-ids': orderIds,
  };
  return Object.fromEntries(Object.entries(all).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

/** Two platforms claim the header: which it is. A platform that is not read yet is read by the names of its columns. */
async function platformOf({ found }: Layout, { lang, world }: Context): Promise<Record<string, string>> {
  if (found.error?.code === 'unsupported-platform') return { platform: 'generic' };
  if (found.error?.code !== 'two-dialects') return {};
  const ids = found.claims.filter(({ claimed }) => claimed).map(({ dialect }) => dialect);
  const choices = ids.map(({ id, title }) => ({ value: id, label: `${title[lang]} (${id})` }));
  return { platform: await world.choose!(say(initText.whichPlatform, lang), choices, choices[0]?.value ?? '') };
}

/** Asks for every field that nobody found; an amount there must be. */
async function asked({ columns, open }: Layout, { lang, world, options }: Context): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const { field, guess } of open) {
    const free = columns.filter(
      (column) => column.field === null && !answers.some(({ position }) => position === column.position),
    );
    const choices = free.map((column) => ({
      value: String(column.position),
      label: columnLine(column, 0, options.showValues === true),
    }));
    const none = field === 'paid' ? [] : [{ value: NONE, label: say(initText.none, lang) }];
    const initial = free.some(({ position }) => position === guess)
      ? String(guess)
      : (none[0]?.value ?? choices[0]?.value ?? NONE);
    const question = say(initText.which, lang, { field: fields[field][lang] });
    const answer = await world.choose!(question, [...choices, ...none], initial);
    if (answer !== NONE) answers.push({ field, position: Number(answer) });
  }
  return answers;
}

async function mayReplace(target: string, { lang, world }: Context): Promise<void> {
  const question = say(initText.overwrite, lang, { file: target });
  const choices = (['no', 'yes'] as const).map((value) => ({ value, label: initText[value][lang] }));
  if ((await world.choose!(question, choices, 'no')) !== 'yes') throw new CrmError('init-kept', target);
}

/** The columns, and the command that needs no config, with what could be guessed. */
function withoutTerminal(layout: Layout, path: string, details: readonly string[], { lang }: Context): CrmError {
  const missing = layout.open.filter(({ field, guess }) => guess >= 0 || field !== 'order');
  const map = missing.map(({ field, guess }) => {
    return `${field}=${guess < 0 ? initText.placeholder[lang] : columnOf(layout, guess)}`;
  });
  const words = map.length === 0 ? [] : ['--map', map.join(',')];
  const commands = [commandLine(['crm', 'analyze', path, ...words])];
  return new CrmError('init-needs-terminal', path, {}, { details, commands });
}
