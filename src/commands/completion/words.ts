import type { CommandEntry, FlagEntry } from '../describe.js';

/** A flag as it can be typed, in its forms. */
export function typedForms(flag: FlagEntry): readonly string[] {
  const off = `--no-${flag.flag}`;
  if (flag.negatable === 'only-no') return [off];
  const forms = flag.negatable === 'both' ? [`--${flag.flag}`, off] : [`--${flag.flag}`];
  return flag.short === '' ? forms : [...forms, `-${flag.short}`];
}

/** The values of a flag that has a closed list of them (`zh|en`); empty for free values. */
export function closedValues(flag: FlagEntry): readonly string[] {
  return /^[a-z-]+(\|[a-z-]+)+$/.test(flag.value) ? flag.value.split('|') : [];
}

/** Every flag of every command once, by name. */
export function allFlags(commands: readonly CommandEntry[]): readonly FlagEntry[] {
  const flags = new Map<string, FlagEntry>();
  for (const command of commands)
    for (const flag of command.flags) if (!flags.has(flag.flag)) flags.set(flag.flag, flag);
  return [...flags.values()];
}
