import type { SheetFacts } from '../../model/imported.js';
import type { RejectedPlaces } from '../../model/rejected.js';
import type { Note } from '../../model/report.js';
import type { BlockLoops } from './block-loops.js';
import { RejectedPlacesBuilder } from './rejected-places.js';
import type { RejectedRows } from './sheet-reading.js';
import { BLANK_CELL, CELL, DATE_FLAG, SERIAL_FLAG, VALUE_CELL } from './staged-column.js';

/** Share of the rows' ids that end in 000 from which they are said to look rounded; by chance it is one in a thousand. */
const ROUNDED_SHARE = 0.02;
const ROUNDED_LEAST = 3;
const STATUSES_SHOWN = 5;

/** The line of a row, and the position of the column that is meant; NONE = the whole row. */
export interface RowPlace {
  readonly line: number;
  readonly column: number;
  /** How many cells the row has, where that matters. */
  readonly cells?: number;
}

/** Counts what became of a sheet's rows. */
export class RowTally {
  accepted = 0;
  passedOver = 0;
  damagedIds = 0;
  roundedIds = 0;
  roundedAmounts = 0;
  daysFromNumbers = 0;
  #rejectedRows = 0;
  readonly #rejected = new Map<string, RejectedRows>();
  readonly #timeKinds = { date: 0, serial: 0, text: 0, blank: 0 };
  readonly #statuses = new Map<string, number>();
  readonly #places = new RejectedPlacesBuilder();

  get places(): RejectedPlaces {
    return this.#places.places();
  }

  get rows(): number {
    return this.accepted + this.#rejectedRows;
  }

  get timeKinds(): SheetFacts['timeKinds'] {
    return { ...this.#timeKinds };
  }

  /** In alphabetical order of the problems. */
  get rejected(): readonly RejectedRows[] {
    return [...this.#rejected.values()].sort((one, other) =>
      one.problem === other.problem ? one.currency - other.currency : one.problem < other.problem ? -1 : 1,
    );
  }

  /** Counts a rejected row: what is wrong with it, what it says the shop kept, and where it stands. */
  reject(problem: string, money: { readonly currency: number; readonly amount: number }, place: RowPlace): void {
    const { currency, amount } = money;
    this.#rejectedRows++;
    this.#places.add(place.line, problem, place.column);
    if (problem === 'row-too-long') this.#places.tooLong(place.cells ?? 0);
    const key = `${problem} ${currency}`;
    const before = this.#rejected.get(key);
    const count = (before?.count ?? 0) + 1;
    this.#rejected.set(key, { problem, currency, count, amount: (before?.amount ?? 0) + amount });
  }

  /** Counts how the cells that make the day of rows `from` to `to` (left out) were written. */
  countTimes(states: Uint8Array, from: number, to: number, loops: Pick<BlockLoops, 'count'>): void {
    const kinds = this.#timeKinds;
    const blank = loops.count(states, from, to, CELL, BLANK_CELL);
    const date = loops.count(states, from, to, CELL | DATE_FLAG, VALUE_CELL | DATE_FLAG);
    const serial = loops.count(states, from, to, CELL | DATE_FLAG | SERIAL_FLAG, VALUE_CELL | SERIAL_FLAG);
    kinds.blank += blank;
    kinds.date += date;
    kinds.serial += serial;
    kinds.text += to - from - blank - date - serial;
  }

  unknownStatus(text: string): void {
    this.#statuses.set(text, (this.#statuses.get(text) ?? 0) + 1);
  }

  /** What must be said of the sheet as a whole. `where`: file and sheet. */
  notes(where: string): readonly Note[] {
    const notes: Note[] = [];
    const say = (id: string, level: Note['level'], params: Note['params']) =>
      notes.push({ id, level, params: { where, ...params } });
    if (this.passedOver > 0) say('rows-passed-over', 'info', { count: this.passedOver });
    if (this.daysFromNumbers > 0) say('days-from-order-numbers', 'info', { count: this.daysFromNumbers });
    if (this.roundedAmounts > 0) say('rounded-amounts', 'info', { count: this.roundedAmounts });
    if (this.roundedIds >= ROUNDED_LEAST && this.roundedIds > this.rows * ROUNDED_SHARE) {
      say('order-ids-rounded', 'warning', { count: this.roundedIds, rows: this.rows });
    }
    if (this.#statuses.size > 0) say('unknown-statuses', 'warning', this.#unknownStatuses());
    return notes;
  }

  #unknownStatuses(): Note['params'] {
    const texts = [...this.#statuses].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
    const shown = texts.slice(0, STATUSES_SHOWN).map(([text]) => [...text].slice(0, 20).join(''));
    const count = texts.reduce((sum, [, rows]) => sum + rows, 0);
    return { count, statuses: shown.join('、') + (texts.length > STATUSES_SHOWN ? '…' : '') };
  }
}
