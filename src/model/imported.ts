import type { CrmError } from '../errors.js';
import type { Day, Seconds } from '../util/calendar.js';
import type { IssueLog } from './issue.js';
import type { Minor, OrderTable, UncountedReason } from './orders.js';
import type { SheetRejects } from './rejected.js';
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
  readonly identity: IdentityFacts;
  /** What the user's exclusions did; null when none were given. */
  readonly exclusions: ExclusionFacts | null;
  /** Refunds of orders that are in no file, by order, time, amount and number. They count nowhere. */
  readonly refundsElsewhere: readonly RefundElsewhere[];
  /** Rows that another row says already, by where that one stands and why it counts. */
  readonly duplicates: readonly DuplicateFacts[];
  /** Of each of `files`: its sheets with rejected rows. */
  readonly rejects: readonly (readonly SheetRejects[])[];
}

/**
 * Duplicate rows of one kind. Why the other row counts: it says the same (identical), its times are later, the order has
 * come further, more was refunded, it is more complete, by a fixed rule where nothing tells (tie), or because another
 * report tells of the products (told-elsewhere).
 */
export interface DuplicateFacts {
  readonly scope: 'wholeFile' | 'sameSheet' | 'otherSheet' | 'otherFile';
  readonly why: 'identical' | 'later-time' | 'later-stage' | 'larger-refund' | 'more-filled' | 'tie' | 'told-elsewhere';
  readonly rows: number;
  /** The first of them. */
  readonly places: readonly { readonly file: string; readonly sheet: string; readonly line: number | null }[];
}

/** A refund that a refund report tells of an order in no file. */
export interface RefundElsewhere {
  readonly platform: string;
  /** The order's number, or that of a line of it. */
  readonly order: string;
  readonly currency: string;
  /** The refund's own; '' = none. */
  readonly number: string;
  /** Seconds on the shop's clock, NaN = unknown. */
  readonly at: Seconds;
  readonly amount: Minor;
}

/** How customers were told apart, and where that is in doubt. */
export interface IdentityFacts {
  readonly mode: 'strict' | 'linked' | 'loose';
  readonly findings: readonly IdentityFinding[];
}

/**
 * Orders that need a look for the sake of their buyers. withoutBuyer: nobody can be told; maskedBuyer: of these, those
 * that hide somebody; maskedNames: masked names on several orders; perhapsTheSame: customers known only by an account or
 * phone that another has too; guessed: customers of `--identity loose`; refusedGroup: too many buyer ids share a phone.
 */
export interface IdentityFinding {
  readonly id: 'withoutBuyer' | 'maskedBuyer' | 'maskedNames' | 'perhapsTheSame' | 'guessed' | 'refusedGroup';
  /** Customers or names; null where it is about orders only. */
  readonly customers: number | null;
  readonly orders: number;
  /** The first of the orders, as rows of the table. */
  readonly rows: readonly number[];
}

/** What the user's lists and words took out. */
export interface ExclusionFacts {
  readonly rules: readonly ExclusionRule[];
  /** Per row of the table: 1 + index of the first rule that names the order, 0 = none. */
  readonly ruleOf: Uint16Array;
  /** The same orders as if no rule had been given. */
  readonly without: OrderTable;
}

/** One rule: the order numbers or the buyers of a list file, or a word in the memo. */
export interface ExclusionRule {
  readonly kind: 'orders' | 'buyers' | 'memo';
  /** The file's name, or the word. */
  readonly name: string;
  /** How many the list names; null for a word. */
  readonly listed: number | null;
  /** Of these, how many are in none of the files; null for a word. */
  readonly missing: number | null;
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
  /** Lower-case hex; null where the answer does not tell it and so nobody took it. */
  readonly sha256: string | null;
  readonly bytes: number;
  /** text, ndjson, parquet, xlsx, xls, xlsb, ods or html. */
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
  /** Headers that only this platform's report has, by which it was told; none where the user said it, or by no platform. */
  readonly toldBy: readonly string[];
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
