import type { Params, Words } from '../i18n/words.js';
import type { Day } from '../util/calendar.js';
import type { FileFacts } from './imported.js';
import type { Issue } from './issue.js';

/**
 * What a number is; reporters decide digits, signs and colours by it, in one place.
 * money: integer minor units, written in major units · price: minor units, an average, unrounded in machine formats ·
 * count: integer · number: a mean or score, unrounded · ratio: 0–1 (may exceed 1 for growth) · days: a duration in days ·
 * date: a `Day` · time: seconds on the shop's clock · text: a key (written through i18n for people) · name: text out of a file (hostile) ·
 * any: each cell carries its own unit as a `Quantity`.
 */
export type Unit =
  | 'money'
  | 'price'
  | 'count'
  | 'number'
  | 'ratio'
  | 'days'
  | 'date'
  | 'time'
  | 'text'
  | 'name'
  | 'any';

/** A number with a unit of its own, for columns of mixed units. */
export interface Quantity {
  readonly value: number;
  readonly unit: Exclude<Unit, 'any' | 'text' | 'name'>;
}

/** null = cannot be computed. Never NaN, Infinity or −0. */
export type Cell = string | number | Quantity | null;

export interface Column {
  /** English, camelCase, stable: the JSON key and CSV header. Its label for people is in `i18n/columns`. */
  readonly key: string;
  readonly unit: Unit;
}

/** Whole days, both ends included. */
export interface Window {
  readonly from: Day;
  readonly to: Day;
}

/** How a table likes to be seen; a reporter may ignore it. */
export type View = 'plain' | 'tiles' | 'bars' | 'line' | 'heat';

export interface Table {
  /** Stable, kebab-case. Its title for people is in `i18n/tables`. */
  readonly id: string;
  /** Id of the metric whose text defines these numbers; '' for tables that need none. */
  readonly definition: string;
  /** The days the numbers are about; null when the table has no single window. */
  readonly window: Window | null;
  readonly columns: readonly Column[];
  /** Rows of cells in column order. Can be walked again; may be a generator behind it: long lists stream. */
  readonly rows: Iterable<readonly Cell[]>;
  readonly view: View;
  /** Written for programs: a workbook, too, holds keys instead of words, and nothing but the table. */
  readonly machine?: true;
  /** Said below the table: what it is about, what could not be computed and why. */
  readonly notes: readonly Note[];
}

/** Something said about the whole answer; the text is `i18n/notes[id]`, filled with the params. */
export interface Note {
  readonly id: string;
  readonly level: 'info' | 'warning';
  readonly params: Params;
}

/** A conclusion with its evidence; amounts as quantities, written by each reporter in its own way. */
export interface Finding {
  readonly id: string;
  readonly params: Readonly<Record<string, string | number | Quantity>>;
}

export interface Report {
  readonly command: string;
  /** Null when no order has a time. */
  readonly asOf: Day | null;
  readonly asOfReason: AsOfReason;
  readonly window: Window | null;
  readonly clock: Clock;
  readonly currency: Currency;
  readonly files: readonly FileFacts[];
  readonly tables: readonly Table[];
  /** Id of the table that is the answer: the one that formats with one table write. */
  readonly main: string;
  /** The text of each definition that the tables name, by metric id. */
  readonly definitions: Readonly<Record<string, Words>>;
  readonly findings: readonly Finding[];
  readonly notes: readonly Note[];
  /** All problems of rows are counted, by problem too; the first are listed. */
  readonly issues: {
    readonly count: number;
    readonly byProblem: ReadonlyMap<string, number>;
    readonly first: readonly Issue[];
  };
  /** Commands to run next, ready to copy, with what each is for. */
  readonly next: readonly { readonly purpose: Words; readonly command: string }[];
  /** Reports of the other currencies in the files. */
  readonly others: readonly Report[];
}

export type AsOfReason = 'given' | 'window-end' | 'latest-order' | 'none';

/** The clock days are counted on, and where it comes from. */
export interface Clock {
  readonly zone: string;
  readonly source: 'platform' | 'as-written' | 'option' | 'utc-assumed';
}

/** ISO 4217 code and its number of decimals. */
export interface Currency {
  readonly code: string;
  readonly decimals: number;
}
