import type { Passwords } from '../../src/adapters/sources.js';

/** Passwords that were given, and answers to questions in turn; `asked` notes each question. */
export function givenPasswords(
  known: readonly string[],
  answers: readonly string[] = [],
): Passwords & { readonly asked: (readonly [file: string, again: boolean])[]; readonly found: string[] } {
  const asked: (readonly [string, boolean])[] = [];
  const found: string[] = [];
  const left = [...answers];
  return {
    asked,
    found,
    known: () => [...found, ...known],
    ask: async (file, again) => {
      asked.push([file, again]);
      return left.shift() ?? null;
    },
    right: (password) => found.unshift(password),
  };
}
