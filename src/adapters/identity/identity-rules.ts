/** How far evidence may go in telling that two orders are of one customer; see `customersOf`. */
export const identityModes = ['strict', 'linked', 'loose'] as const;
export type IdentityMode = (typeof identityModes)[number];

/** Who is one customer, as the user said it. */
export interface IdentityRules {
  readonly mode: IdentityMode;
  /** Names that are one customer; null = none given. */
  readonly aliases: AliasList | null;
}

/** The rows of an alias file: each holds two or more names of one customer. */
export interface AliasList {
  readonly file: string;
  readonly rows: readonly AliasRow[];
}

export interface AliasRow {
  readonly line: number;
  readonly names: readonly string[];
}

/** Nothing was said: strict, without aliases. */
export const strictIdentity: IdentityRules = { mode: 'strict', aliases: null };
