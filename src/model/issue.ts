/**
 * One row, or one place in a row, that is not as it should be. `problem` is a key of `i18n/issues`, which words it,
 * says what was expected and what to do. `got` never holds the value itself: type and length ("text, 11 characters");
 * `value` does, and is shown only with --show-values.
 */
export interface Issue {
  readonly file: string;
  readonly sheet: string;
  /** The line the user sees: physical line of the record's start, or sheet row. Null: the whole sheet. */
  readonly line: number | null;
  /** The header as in the file, null when the whole row is meant. */
  readonly column: string | null;
  readonly problem: string;
  readonly got: string;
  readonly value: string | null;
  readonly done: 'rejected' | 'kept' | 'merged';
}

/** All issues of an import: counts are exact, `first` holds the first ones in file order. */
export interface IssueLog {
  readonly count: number;
  readonly byProblem: ReadonlyMap<string, number>;
  readonly first: readonly Issue[];
}
