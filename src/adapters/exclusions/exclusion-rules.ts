/** Orders the user takes out of all numbers: brushing orders, staff, distributors. */
export interface ExclusionRules {
  readonly list: ExcludeList | null;
  /** An order whose memo holds one of them is out. */
  readonly memoWords: readonly string[];
}

/** The content of an `--exclude` file. */
export interface ExcludeList {
  readonly file: string;
  readonly orders: readonly string[];
  /** Buyer ids, accounts, e-mails or phones. */
  readonly buyers: readonly string[];
}
