import type { CommandEntry, FlagEntry } from '../commands/describe.js';
import { exitCodes, help } from '../i18n/help.js';
import type { Lang, Words } from '../i18n/words.js';
import { widthOf } from '../util/width.js';
import { wrap } from '../util/wrap.js';

/** A line of a two-column list: what is typed, what it means. */
type Entry = readonly [string, string];

/** `crm --help`: what it is for, the commands, the exit codes. */
export function overviewHelp(commands: readonly CommandEntry[], lang: Lang, width: number): string {
  const t = (words: Words) => words[lang];
  return page([
    ...wrap(`crm — ${t(help.tagline)}`, width),
    '',
    `${t(help.usage)}  ${t(help.usageLine)}`,
    '',
    t(help.commands),
    ...list(
      commands.map((command): Entry => [command.id, t(command.summary)]),
      width,
    ),
    '',
    t(help.general),
    ...list(generalEntries(commands, lang), width),
    '',
    t(help.firstSteps),
    ...list(firstSteps(lang), width),
    '',
    t(help.exits),
    ...list(
      exitCodes.map(({ codes, words }): Entry => [codes, t(words)]),
      width,
    ),
    '',
    t(help.more),
  ]);
}

/** `crm` alone: one sentence and three commands; `nearby` is the one for an export in the working folder. */
export function greeting(lang: Lang, width: number, nearby: string | null): string {
  const steps = firstSteps(lang);
  const found = nearby === null ? steps : [[nearby, help.foundHere[lang]] as const, ...steps.slice(0, 1)];
  return page([...wrap(`crm — ${help.tagline[lang]}`, width), '', ...list(found, width), '', help.more[lang]]);
}

/** `crm X --help`: everything about one command. */
export function commandHelp(command: CommandEntry, lang: Lang, width: number): string {
  const t = (words: Words) => words[lang];
  const groups = ['command', 'input', 'count', 'output', 'general'] as const;
  const usage = ['crm', command.id, command.usage, t(help.options)].filter((word) => word !== '').join(' ');
  const lines = [...wrap(`crm ${command.id} — ${t(command.summary)}`, width), '', `${t(help.usage)}  ${usage}`, ''];
  lines.push(
    ...t(command.about)
      .split('\n')
      .flatMap((paragraph) => wrap(paragraph, width)),
  );
  for (const group of groups) {
    const flags = command.flags.filter((flag) => flag.group === group);
    if (flags.length === 0) continue;
    lines.push(
      '',
      t(help[group]),
      ...list(
        flags.map((flag): Entry => [flagText(flag), t(flag.words)]),
        width,
      ),
    );
    if (group === 'general') lines.push(...list([['-h, --help', t(help.helpFlag)]], width));
  }
  lines.push(
    '',
    t(help.examples),
    ...list(
      command.examples.map(({ command: typed, purpose }): Entry => [typed, t(purpose)]),
      width,
    ),
  );
  return page(lines);
}

function flagText(flag: FlagEntry): string {
  const name = flag.negatable === 'only-no' ? `--no-${flag.flag}` : `--${flag.flag}`;
  const both = flag.negatable === 'both' ? `, --no-${flag.flag}` : '';
  return `${flag.short === '' ? '' : `-${flag.short}, `}${name}${both}${flag.value === '' ? '' : ` ${flag.value}`}`;
}

function generalEntries(commands: readonly CommandEntry[], lang: Lang): readonly Entry[] {
  const flags = commands.find(({ id }) => id === 'analyze')?.flags.filter(({ group }) => group === 'general') ?? [];
  return [
    ...flags.map((flag): Entry => [flagText(flag), flag.words[lang]]),
    ['-h, --help', help.helpFlag[lang]],
    ['-V, --version', help.versionFlag[lang]],
  ];
}

function firstSteps(lang: Lang): readonly Entry[] {
  return [
    ['crm demo', help.tryDemo[lang]],
    ['crm analyze orders.xlsx', help.tryFile[lang]],
    ['crm check orders.xlsx', help.tryCheck[lang]],
  ];
}

/** Two columns, the second wrapped and hanging; a long first column takes a line of its own. */
function list(entries: readonly Entry[], width: number): string[] {
  const most = Math.min(30, Math.floor(width * 0.4));
  const left = Math.min(most, Math.max(0, ...entries.map(([word]) => widthOf(word)))) + 4;
  return entries.flatMap(([word, text]) => {
    const lines = wrap(text, Math.max(20, width - left));
    const first = `  ${word}`;
    const gap = left - widthOf(first);
    const rest = lines.map((line) => ' '.repeat(left) + line);
    return gap >= 2 ? [first + ' '.repeat(gap) + (lines[0] ?? ''), ...rest.slice(1)] : [first, ...rest];
  });
}

function page(lines: readonly string[]): string {
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
