import type { Dialect } from '../dialect.js';
import { normalHeader, withoutCurrency } from './header.js';

/** Whether a dialect claims a header, and if not, why. */
export interface Claim {
  readonly dialect: Dialect;
  readonly claimed: boolean;
  /** Groups of names of which the header holds none. */
  readonly missing: readonly (readonly string[])[];
  /** Names in the header that only other tables have. */
  readonly foreign: readonly string[];
}

/** The claims of the platforms' dialects on a header; those without marks (generic) claim nothing here. */
export function claimsOn(names: readonly string[], dialects: readonly Dialect[]): readonly Claim[] {
  const present = new Set(names.map(normalHeader).flatMap((name) => [name, withoutCurrency(name)]));
  const has = (name: string) => present.has(normalHeader(name));
  return dialects
    .filter(({ marks }) => marks.length > 0)
    .map((dialect) => {
      const missing = dialect.marks.filter((group) => !group.some(has));
      const foreign = dialect.not.filter(has);
      return { dialect, missing, foreign, claimed: missing.length === 0 && foreign.length === 0 };
    });
}
