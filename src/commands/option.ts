import { z } from 'zod/mini';
import type { Words } from '../i18n/words.js';

/** Which part of the help an option stands in. */
export type OptionGroup = 'input' | 'count' | 'output' | 'general' | 'command';

/** What people are told about an option; kept beside its schema; from it flags, help, README and checks are made. */
export interface OptionAbout extends Words {
  readonly group: OptionGroup;
  /** Placeholder of its value in the help; absent = a switch. */
  readonly value?: string;
  /** What a value must look like, for the refusal of another. */
  readonly expected?: Words;
  readonly short?: string;
  /** A switch that is on unless `--no-…` is given, or may be given both ways. */
  readonly negatable?: 'only-no' | 'both';
  /** May be given several times; the values are joined with commas. */
  readonly repeatable?: true;
  /** Makes no sense in a config file. */
  readonly flagOnly?: true;
}

const abouts = z.registry<OptionAbout>();

/** Declares one option: its check and its words. Everything is optional; defaults are the code's that uses it. */
export function option<S extends z.ZodMiniType>(schema: S, about: OptionAbout): z.ZodMiniOptional<S> {
  const optional = z.optional(schema);
  abouts.add(optional, about);
  return optional;
}

/** The words of a declared option. */
export function aboutOf(schema: z.ZodMiniType): OptionAbout {
  const about = abouts.get(schema);
  if (about === undefined) throw new Error('an option without words');
  return about;
}

/** The flag of an option key: asOf → as-of. */
export function flagName(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase());
}
