import type { Kernels } from '../kernel/kernels.js';
import type { Day } from '../util/calendar.js';
import type { Field } from './dialect.js';
import type { ExclusionRules } from './exclusions/exclusion-rules.js';
import type { IdentityRules } from './identity/identity-rules.js';
import type { RunChild, Workers } from './sources.js';

/** How files are to be read, as the user said it. */
export interface ReadOptions {
  readonly delimiter: 'auto' | ',' | ';' | '\t' | '|' | 'blank';
  readonly encoding: 'auto' | 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';
  /** Name or number (from 1) of the only sheet to read; null = every sheet that is an order table. */
  readonly sheet: string | null;
  readonly header: boolean;
}

/** `--map`: a field and the column it is in, by header name or by position from 1. */
export type ColumnChoice = { readonly field: Field; readonly column: string | number };

/** Which orders count and how. */
export interface CountingRules {
  /** `--as-of`; null = found from the orders. */
  readonly asOf: Day | null;
  /** Last day of the window; the as-of day is never later unless given. */
  readonly windowEnd: Day | null;
  readonly keepZero: boolean;
  readonly excludePostage: boolean;
  readonly identity: IdentityRules;
  readonly exclusions: ExclusionRules;
}

/** How files are to be read and understood, as far as that does not depend on other files. */
export interface FileOptions extends ReadOptions {
  /** Dialect id; null = found from the header. */
  readonly platform: string | null;
  readonly map: readonly ColumnChoice[];
  /** none: every row is an order of its own, the order column is ignored. */
  readonly orderIds: 'keep' | 'none';
  /** IANA zone; null = the platform's clock. */
  readonly timezone: string | null;
  /** Keep the values of bad cells in the issues. */
  readonly showValues: boolean;
}

export interface ImportOptions extends FileOptions {
  readonly rules: CountingRules;
}

/** What the import needs of the world. */
export interface ImportServices {
  readonly runChild: RunChild;
  /** Told how many bytes have been read, for progress. */
  readonly onBytes: (bytes: number) => void;
  /** Reads several files side by side; absent: one after another, in this thread. */
  readonly workers?: Workers;
  /** Where readers borrow their kernel; absent: those of this thread. */
  readonly kernels?: Kernels;
}
