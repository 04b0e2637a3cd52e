import type { Passwords } from '../adapters/sources.js';
import { passwordsIn } from './password-file.js';

/** Where passwords may come from; never from an argument, which every user of the machine could read. */
export interface PasswordSources {
  /** `--password-file`. */
  readonly file: string | null;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Asks at the terminal; null where nobody can be asked. */
  readonly ask: Passwords['ask'];
}

/** The passwords of a run: those of the file, then CRM_PASSWORD, then what is typed. */
export async function passwordsFrom({ file, cwd, env, ask }: PasswordSources): Promise<Passwords> {
  const given = file === null ? [] : await passwordsIn(file, cwd);
  let known: readonly string[] = [...new Set([...given, env['CRM_PASSWORD'] ?? ''])].filter((text) => text !== '');
  return {
    known: () => known,
    ask,
    right: (password) => {
      known = [password, ...known.filter((other) => other !== password)];
    },
  };
}
