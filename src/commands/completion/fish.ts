import type { Lang } from '../../i18n/words.js';
import type { CommandEntry, FlagEntry } from '../describe.js';
import { closedValues, typedForms } from './words.js';

/** Completion for fish: commands and flags with what they mean, closed values; file names keep completing. */
export function fishCompletion(commands: readonly CommandEntry[], lang: Lang): string {
  const ids = commands.map(({ id }) => id).join(' ');
  return [
    '# crm completion for fish: put it into ~/.config/fish/completions/crm.fish',
    ...commands.map(
      ({ id, summary }) =>
        `complete -c crm -n 'not __fish_seen_subcommand_from ${ids}' -f -a ${id} -d '${quoted(summary[lang])}'`,
    ),
    ...commands.flatMap(({ id, flags }) =>
      flags.flatMap((flag) =>
        formsOf(flag).map(
          (form) =>
            `complete -c crm -n '__fish_seen_subcommand_from ${id}' ${form}${valueText(flag)} -d '${quoted(flag.words[lang])}'`,
        ),
      ),
    ),
    '',
  ].join('\n');
}

function formsOf(flag: FlagEntry): readonly string[] {
  const long = typedForms(flag).filter((form) => form.startsWith('--'));
  return long.map((form, index) => `-l ${form.slice(2)}${index === 0 && flag.short !== '' ? ` -s ${flag.short}` : ''}`);
}

function valueText(flag: FlagEntry): string {
  if (flag.value === '') return '';
  const values = closedValues(flag);
  return values.length > 0 ? ` -x -a '${values.join(' ')}'` : ' -r';
}

function quoted(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
}
