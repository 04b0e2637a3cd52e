import type { SheetFacts } from '../../model/imported.js';
import type { RejectedPlaces } from '../../model/rejected.js';
import type { Note } from '../../model/report.js';

/** Rejected rows of one problem and currency: how many, and Σ net in minor units where it could be read. */
export interface RejectedRows {
  /** A key of `i18n/issues`. */
  readonly problem: string;
  /** Code in the row store's `texts.currency`. */
  readonly currency: number;
  readonly count: number;
  readonly amount: number;
}

/** What became of a sheet's rows; the accepted ones are in the row store. rows = accepted + Σ rejected. */
export interface SheetReading {
  /** Index into the row store's `sheets`. */
  readonly sheet: number;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: readonly RejectedRows[];
  /** The rejected rows one by one. */
  readonly places: RejectedPlaces;
  /** Totals, footers and repeated headers: no orders, so not among `rows`. */
  readonly passedOver: number;
  /** Rows without any content. */
  readonly blank: number;
  /** How the cells of the time that makes the day were written; the four sum to `rows` where there is such a column. */
  readonly timeKinds: SheetFacts['timeKinds'];
  readonly notes: readonly Note[];
}
