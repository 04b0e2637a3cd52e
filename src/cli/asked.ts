import { catalogue } from '../commands/catalogue.generated.js';
import type { CommandEntry } from '../commands/describe.js';
import { CrmError } from '../errors.js';
import type { Lang } from '../i18n/words.js';
import { nearest } from '../util/near.js';

interface Speech {
  readonly lang: Lang;
  /** As far as it can be told before anything is checked: for refusals. */
  readonly color: 'always' | 'never' | 'auto';
}

/** What a command line asks for, before its options are looked at. */
export type Asked = Speech &
  (
    | { readonly kind: 'nothing' }
    | { readonly kind: 'version' }
    | { readonly kind: 'help'; readonly command: CommandEntry | null }
    | { readonly kind: 'command'; readonly command: CommandEntry; readonly argv: readonly string[] }
    | { readonly kind: 'refused'; readonly error: CrmError }
  );

/**
 * Sorts a command line by its first words. The language is Chinese unless `--lang` or CRM_LANG says otherwise: the
 * machine's locale never decides, so that the same command gives the same bytes everywhere.
 */
export function askedOf(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Asked {
  const speech = speechOf(argv, env);
  const at = argv.findIndex((_, index) => !isGeneral(argv, index));
  const first = argv[at];
  const before = at < 0 ? argv : argv.slice(0, at);
  if (before.some(isHelp)) return { ...speech, kind: 'help', command: null };
  if (before.includes('--version') || before.includes('-V')) return { ...speech, kind: 'version' };
  if (first === undefined) return { ...speech, kind: 'nothing' };
  return commandAsked(first, [...before, ...argv.slice(at + 1)], speech);
}

function commandAsked(name: string, argv: readonly string[], speech: Speech): Asked {
  if (name === 'help') {
    const wanted = argv.find((word) => !word.startsWith('-'));
    return wanted === undefined ? { ...speech, kind: 'help', command: null } : commandAsked(wanted, ['--help'], speech);
  }
  const command = catalogue.find(({ id }) => id === name);
  if (command === undefined) return { ...speech, kind: 'refused', error: unknownCommand(name) };
  const end = argv.indexOf('--');
  if ((end < 0 ? argv : argv.slice(0, end)).some(isHelp)) return { ...speech, kind: 'help', command };
  return { ...speech, kind: 'command', command, argv };
}

function unknownCommand(name: string): CrmError {
  const names = catalogue.map(({ id }) => id);
  if (name.startsWith('-')) return new CrmError('option-before-command', name);
  if (/[./\\]/.test(name)) return new CrmError('unknown-command', name, {}, { commands: [`crm analyze ${name}`] });
  return new CrmError('unknown-command', name, {}, { commands: nearest(name, names).map((near) => `crm ${near}`) });
}

function isHelp(word: string): boolean {
  return word === '--help' || word === '-h';
}

/** Words that may stand before the command: help, version, `--lang`. */
function isGeneral(argv: readonly string[], index: number): boolean {
  const word = argv[index] ?? '';
  return (
    isHelp(word) ||
    word === '--version' ||
    word === '-V' ||
    word.startsWith('--lang=') ||
    word === '--lang' ||
    argv[index - 1] === '--lang'
  );
}

function speechOf(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Speech {
  const lang = flagValue(argv, '--lang') ?? env['CRM_LANG'];
  const color = flagValue(argv, '--color');
  return { lang: lang === 'en' ? 'en' : 'zh', color: color === 'always' || color === 'never' ? color : 'auto' };
}

function flagValue(argv: readonly string[], flag: string): string | undefined {
  const at = argv.findIndex((word) => word === flag || word.startsWith(`${flag}=`));
  if (at < 0) return undefined;
  const word = argv[at] ?? '';
  return word === flag ? argv[at + 1] : word.slice(flag.length + 1);
}
