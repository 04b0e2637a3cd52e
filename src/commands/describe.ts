import type { Words } from '../i18n/words.js';
import type { Command } from './command.js';
import { aboutOf, flagName, type OptionGroup } from './option.js';

/** A flag as the help, the parser and completion see it: plain data, made from the declared option. */
export interface FlagEntry {
  readonly key: string;
  readonly flag: string;
  readonly short: string;
  /** Placeholder of the value; '' = a switch. */
  readonly value: string;
  readonly negatable: 'no' | 'only-no' | 'both';
  readonly repeatable: boolean;
  readonly group: OptionGroup;
  readonly words: Words;
}

/** A command as the help, the parser and completion see it. */
export interface CommandEntry {
  readonly id: string;
  readonly usage: string;
  readonly least: number;
  /** −1 = any number. */
  readonly most: number;
  readonly summary: Words;
  readonly about: Words;
  readonly examples: readonly { readonly command: string; readonly purpose: Words }[];
  readonly flags: readonly FlagEntry[];
}

/** Describes a command without its code: what the generated catalogue holds. */
export function describe(command: Command): CommandEntry {
  return {
    id: command.id,
    usage: command.usage,
    least: command.arguments.least,
    most: Number.isFinite(command.arguments.most) ? command.arguments.most : -1,
    summary: command.summary,
    about: command.about,
    examples: command.examples,
    flags: Object.entries(command.options).map(([key, schema]) => {
      const about = aboutOf(schema as Parameters<typeof aboutOf>[0]);
      return {
        key,
        flag: flagName(key),
        short: about.short ?? '',
        value: about.value ?? '',
        negatable: about.negatable ?? 'no',
        repeatable: about.repeatable ?? false,
        group: about.group,
        words: { zh: about.zh, en: about.en },
      };
    }),
  };
}
