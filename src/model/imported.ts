import type { CrmError } from '../errors.js';
import type { Day } from '../util/calendar.js';
import type { IssueLog } from './issue.js';
import type { Minor, OrderTable, UncountedReason } from './orders.js';
import type { AsOfReason, Clock, Note } from './report.js';

/** What an import hands to everybody after it: the orders, and all that must be said about how they came to be. */
export interface Imported {
  readonly table: OrderTable;
  /** Sorted by name, then sha256. */
  readonly files: readonly FileFacts[];
  /** Files out of folders, patterns and archives that could not be used; of each another could. */
  readonly passedOver: readonly PassedOver[];
  readonly rows: RowCounts;
  readonly issues: IssueLog;
  readonly notes: readonly Note[];
  /** NO_DAY when no order has a time. */
  readonly asOf: Day;
  readonly asOfReason: AsOfReason;
  readonly clock: Clock;
  readonly has: Coverage;
}

/** A file that was passed over, and why. */
export interface PassedOver {
  readonly name: string;
  /** The folder, pattern or archive it came out of, as typed. */
  readonly group: string;
  readonly error: CrmError;
}

/** rows.read = used + duplicate + Σ rejected, in count and (where the amount could be read) in money. */
export interface RowCounts {
  readonly read: Counted;
  readonly used: Counted;
  readonly duplicate: Counted;
  /** By issue problem, only those that occurred, in alphabetical order. */
  readonly rejected: ReadonlyMap<string, Counted>;
}

/** Rows and Σ net in minor units, of the currency with most orders; orders in other currencies count with amount 0. */
export interface Counted {
  readonly count: number;
  readonly amount: Minor;
}

/** Which canonical fields the used sheets have at all. */
export interface Coverage {
  readonly order: boolean;
  readonly buyer: boolean;
  readonly paidAt: boolean;
  readonly createdAt: boolean;
  readonly status: boolean;
  readonly refund: boolean;
  readonly units: boolean;
  readonly product: boolean;
  readonly refundDays: boolean;
}

/** What is known of one input file. */
export interface FileFacts {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  /** text, xlsx, xls, xlsb, ods or html. */
  readonly kind: string;
  /** utf-8, gb18030, utf-16le, utf-16be; '' for workbooks. */
  readonly encoding: string;
  /** The character, `blank` for runs of blanks; '' for workbooks. */
  readonly delimiter: string;
  readonly sheets: readonly SheetFacts[];
}

/** What became of one sheet. */
export interface SheetFacts {
  readonly name: string;
  /** Dialect id; '' when the sheet was not used. */
  readonly platform: string;
  /** Why the sheet was not used: a key of `i18n/notes`; null when it was. */
  readonly skipped: string | null;
  readonly headerLine: number | null;
  /** Which column was taken for what. `header` as in the file, '' for unnamed; position from 1. */
  readonly columns: readonly { readonly field: string; readonly header: string; readonly position: number }[];
  readonly unusedHeaders: readonly string[];
  readonly rows: number;
  readonly used: number;
  readonly duplicate: number;
  readonly rejected: number;
  /** Σ net of the used rows as the sheet states them, minor units. */
  readonly amount: Minor;
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  /** How the time cells were written: number of each kind (date cell, serial, text, blank). */
  readonly timeKinds: Readonly<Record<'date' | 'serial' | 'text' | 'blank', number>>;
}

export type { UncountedReason };
