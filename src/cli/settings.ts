import type { z } from 'zod/mini';
import type { Command } from '../commands/command.js';
import { aboutOf, flagName, type OptionAbout } from '../commands/option.js';
import { configurableOptions } from '../commands/options.js';
import { CrmError } from '../errors.js';
import type { Lang } from '../i18n/words.js';
import { nearest } from '../util/near.js';

/** A config file as the world found it. */
export interface ConfigFile {
  readonly path: string;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The checked options of one run: flags over config over nothing. Options nobody gave are absent. */
export function settingsOf(
  command: Command,
  flags: Readonly<Record<string, unknown>>,
  config: ConfigFile | null,
  lang: Lang,
): Readonly<Record<string, unknown>> {
  const settings: Record<string, unknown> = config === null ? {} : fromConfig(command, config, lang);
  for (const [key, value] of Object.entries(flags)) {
    const schema = command.options[key] as z.ZodMiniType;
    const about = aboutOf(schema);
    const result = schema.safeParse(value);
    if (!result.success) throw badFlag(key, value, about, lang);
    settings[key] = result.data;
  }
  return settings;
}

/** Options that a config file may set: all that are not only for one run. */
function configurable(): readonly (readonly [string, string, z.ZodMiniType, OptionAbout])[] {
  return Object.entries(configurableOptions)
    .map(([key, schema]) => [flagName(key), key, schema as z.ZodMiniType, aboutOf(schema)] as const)
    .filter(([, , , about]) => about.flagOnly !== true);
}

/** Names of the settings a config file may hold. */
export function configKeys(): readonly string[] {
  return configurable().map(([name]) => name);
}

function fromConfig(command: Command, config: ConfigFile, lang: Lang): Record<string, unknown> {
  const settings: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(config.data)) {
    const line = lineOf(config.text, name);
    const found = configurable().find(([known]) => known === name);
    if (found === undefined) {
      const details = nearest(name, configKeys());
      throw new CrmError('config-unknown-key', config.path, { line, key: name }, { details });
    }
    const [, key, schema, about] = found;
    const result = schema.safeParse(value instanceof Date ? value.toISOString().slice(0, 10) : value);
    if (!result.success) {
      throw new CrmError('config-bad-value', config.path, { line, key: name, expected: expectedText(about, lang) });
    }
    if (Object.hasOwn(command.options, key)) settings[key] = result.data;
  }
  return settings;
}

function badFlag(key: string, value: unknown, about: OptionAbout, lang: Lang): CrmError {
  return new CrmError('bad-option', `--${flagName(key)}`, {
    given: String(value),
    expected: expectedText(about, lang),
  });
}

function expectedText(about: OptionAbout, lang: Lang): string {
  if (about.expected !== undefined) return about.expected[lang];
  return about.value === undefined ? 'true / false' : about.value;
}

/** The line of a key in the config's text; 1 when it cannot be found. */
function lineOf(text: string, name: string): number {
  const lines = text.split(/\r\n|\r|\n/);
  const at = lines.findIndex((line) =>
    line
      .trimStart()
      .replace(/^\[|^["']/, '')
      .startsWith(name),
  );
  return at < 0 ? 1 : at + 1;
}
