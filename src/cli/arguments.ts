import { CommanderError, Option, Command as Parser } from 'commander';
import type { CommandEntry, FlagEntry } from '../commands/describe.js';
import { CrmError } from '../errors.js';
import { nearest } from '../util/near.js';

/** What was typed, sorted out but not yet checked: values are text, switches are booleans. */
export interface Typed {
  readonly command: string;
  readonly args: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean>>;
}

/** Reads a command line for one command. Throws usage errors (exit 2) that name the nearest flag. */
export function parseArguments(entry: CommandEntry, argv: readonly string[]): Typed {
  const parser = parserOf(entry);
  const twice = countTimes(parser, entry);
  try {
    parser.parse(argv, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) throw usageError(error, entry);
    throw error;
  }
  const repeated = twice();
  if (repeated !== null) throw new CrmError('option-twice', `--${repeated}`);
  checkCount(entry, parser.args);
  return { command: entry.id, args: parser.args, flags: valuesOf(parser, entry) };
}

function parserOf(entry: CommandEntry): Parser {
  const parser = new Parser(entry.id)
    .argument('[args...]')
    .helpOption(false)
    .exitOverride()
    .configureOutput({ writeOut: () => undefined, writeErr: () => undefined });
  for (const flag of entry.flags) for (const option of optionsOf(flag)) parser.addOption(option);
  return parser;
}

function optionsOf(flag: FlagEntry): readonly Option[] {
  const short = flag.short === '' ? '' : `-${flag.short}, `;
  const off = new Option(`--no-${flag.flag}`);
  if (flag.negatable === 'only-no') return [off];
  const on = new Option(`${short}--${flag.flag}${flag.value === '' ? '' : ' <value>'}`);
  if (flag.value !== '') {
    on.argParser((value: string, previous: string | undefined) =>
      flag.repeatable && previous !== undefined ? `${previous},${value}` : value,
    );
  }
  return flag.negatable === 'both' ? [on, off] : [on];
}

/** Counts how often each flag is given; the answer names the first that came twice and may not. */
function countTimes(parser: Parser, entry: CommandEntry): () => string | null {
  const times = new Map<string, number>();
  for (const flag of entry.flags) {
    const count = () => times.set(flag.flag, (times.get(flag.flag) ?? 0) + 1);
    parser.on(`option:${flag.flag}`, count);
    parser.on(`option:no-${flag.flag}`, count);
  }
  return () => entry.flags.find((flag) => !flag.repeatable && (times.get(flag.flag) ?? 0) > 1)?.flag ?? null;
}

function valuesOf(parser: Parser, entry: CommandEntry): Record<string, string | boolean> {
  const values: Record<string, string | boolean> = {};
  for (const flag of entry.flags) {
    if (parser.getOptionValueSource(flag.key) !== 'cli') continue;
    const value: unknown = parser.getOptionValue(flag.key);
    if (typeof value !== 'string' && typeof value !== 'boolean') continue;
    if (typeof value === 'string' && isFlagOf(entry, value)) {
      throw new CrmError('option-without-value', `--${flag.flag}`, { value: flag.value, command: entry.id });
    }
    values[flag.key] = value;
  }
  return values;
}

/** Whether a word is one of the command's flags: then it was not meant as another flag's value. */
export function isFlagOf(entry: CommandEntry, word: string): boolean {
  return entry.flags.some(({ flag }) => word === `--${flag}` || word === `--no-${flag}`);
}

function checkCount(entry: CommandEntry, args: readonly string[]): void {
  const params = { usage: entry.usage, command: entry.id };
  if (args.length < entry.least) throw new CrmError('too-few-arguments', `crm ${entry.id}`, params);
  if (entry.most >= 0 && args.length > entry.most) throw new CrmError('too-many-arguments', `crm ${entry.id}`, params);
}

function usageError(error: CommanderError, entry: CommandEntry): CrmError {
  const word = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  const flag = /--(?:no-)?[\w-]+/.exec(word)?.[0] ?? word.split(/[ ,=]/)[0] ?? word;
  const known = entry.flags.find(({ flag: name }) => flag === `--${name}`);
  if (error.code === 'commander.optionMissingArgument') {
    return new CrmError(
      'option-without-value',
      flag,
      { value: known?.value ?? '', command: entry.id },
      { cause: error },
    );
  }
  if (known !== undefined && known.value === '') {
    return new CrmError('option-with-value', flag, { command: entry.id }, { cause: error });
  }
  const names = entry.flags.flatMap(({ flag: name, negatable }) =>
    negatable === 'only-no' ? [`--no-${name}`] : negatable === 'both' ? [`--${name}`, `--no-${name}`] : [`--${name}`],
  );
  const commands = nearest(flag, names).map((name) => `crm ${entry.id} ${name}`);
  return new CrmError('unknown-option', flag, { command: entry.id }, { commands, cause: error });
}
