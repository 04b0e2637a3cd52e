import type { CommandEntry } from '../describe.js';
import { allFlags, closedValues, typedForms } from './words.js';

/** Completion for bash: commands, their flags, closed values; everything else completes file names. */
export function bashCompletion(commands: readonly CommandEntry[]): string {
  const values = allFlags(commands).filter((flag) => closedValues(flag).length > 0);
  return [
    '# crm completion for bash: put it into ~/.local/share/bash-completion/completions/crm',
    '_crm() {',
    '  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" command="" at',
    '  for ((at = 1; at < COMP_CWORD; at++)); do',
    '    case "${COMP_WORDS[at]}" in',
    `      ${commands.map(({ id }) => id).join('|')}) command="\${COMP_WORDS[at]}"; break ;;`,
    '    esac',
    '  done',
    '  case "$before" in',
    ...values.map(
      (flag) =>
        `    ${typedForms(flag).join('|')}) COMPREPLY=($(compgen -W '${closedValues(flag).join(' ')}' -- "$word")); return ;;`,
    ),
    '  esac',
    '  if [[ -z "$command" && "$word" != -* ]]; then',
    `    COMPREPLY=($(compgen -W '${commands.map(({ id }) => id).join(' ')}' -- "$word"))`,
    '    return',
    '  fi',
    '  if [[ "$word" == -* ]]; then',
    '    case "$command" in',
    ...commands.map(
      ({ id, flags }) =>
        `      ${id}) COMPREPLY=($(compgen -W '${[...flags.flatMap(typedForms), '--help'].join(' ')}' -- "$word")) ;;`,
    ),
    `      *) COMPREPLY=($(compgen -W '--help --version --lang' -- "$word")) ;;`,
    '    esac',
    '    return',
    '  fi',
    '  compopt -o default 2>/dev/null',
    '  COMPREPLY=()',
    '}',
    'complete -F _crm crm',
    '',
  ].join('\n');
}
