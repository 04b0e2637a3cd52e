import { CrmError } from '../errors.js';
import type { Passwords } from './sources.js';

/** Where no password can come from. */
export const noPasswords: Passwords = { known: () => [], ask: async () => null, right: () => undefined };

/** How often somebody is asked for the password of one file. */
const ASKED = 3;

/**
 * What the right password gives, as `attempt` answers it; null says that a password is wrong. Tries those that are
 * known, then asks. Refused when there is none, or none is right.
 */
export async function unlocked<Opened>(
  file: string,
  passwords: Passwords,
  attempt: (password: string) => Promise<Opened | null>,
): Promise<Opened> {
  let tried = 0;
  for (const password of candidates(file, passwords)) {
    const given = await password(tried > 0);
    if (given === null) break;
    const opened = await attempt(given);
    if (opened !== null) {
      passwords.right(given);
      return opened;
    }
    tried += 1;
  }
  throw tried === 0 ? new CrmError('password-needed', file) : new CrmError('password-wrong', file, { tried });
}

/** For the files of one archive: whoever gives no answer, or no right one, is not asked again for the next of them. */
export function askedOnce(passwords: Passwords): Passwords {
  let left = ASKED;
  return {
    known: passwords.known,
    right: (password) => {
      left = ASKED;
      passwords.right(password);
    },
    ask: async (file, again) => {
      const typed = left === 0 ? null : await passwords.ask(file, again);
      left = typed === null ? 0 : left - 1;
      return typed;
    },
  };
}

type Candidate = (again: boolean) => Promise<string | null>;

function* candidates(file: string, passwords: Passwords): Generator<Candidate> {
  for (const password of passwords.known()) yield async () => password;
  for (let times = 0; times < ASKED; times += 1) yield (again) => passwords.ask(file, again);
}
