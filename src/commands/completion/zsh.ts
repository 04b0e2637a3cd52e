import type { Lang } from '../../i18n/words.js';
import type { CommandEntry, FlagEntry } from '../describe.js';
import { closedValues, typedForms } from './words.js';

/** Completion for zsh: commands and flags with what they mean, closed values; everything else completes file names. */
export function zshCompletion(commands: readonly CommandEntry[], lang: Lang): string {
  return [
    '#compdef crm',
    '# crm completion for zsh: put it as _crm into a folder of $fpath',
    '_crm() {',
    '  local -a commands',
    '  commands=(',
    ...commands.map(({ id, summary }) => `    '${id}:${quoted(summary[lang])}'`),
    '  )',
    '  if (( CURRENT == 2 )); then',
    "    _describe -t commands 'crm' commands",
    '    return',
    '  fi',
    '  case "$words[2]" in',
    ...commands.flatMap(({ id, flags }) => [
      `    ${id})`,
      '      _arguments -S \\',
      ...flags.flatMap((flag) => typedForms(flag).map((form) => `        '${specOf(flag, form, lang)}' \\`)),
      "        '*:file:_files' ;;",
    ]),
    '  esac',
    '}',
    '_crm "$@"',
    '',
  ].join('\n');
}

function specOf(flag: FlagEntry, form: string, lang: Lang): string {
  const about = `${form}[${quoted(flag.words[lang]).replaceAll('[', '\\[').replaceAll(']', '\\]')}]`;
  if (flag.value === '') return about;
  const values = closedValues(flag);
  const action = values.length > 0 ? `(${values.join(' ')})` : flag.value === 'FILE' ? '_files' : ' ';
  return `${flag.repeatable ? '*' : ''}${about}:${flag.flag}:${action}`;
}

function quoted(text: string): string {
  return text.replaceAll("'", "'\\''").replaceAll(':', '\\:');
}
