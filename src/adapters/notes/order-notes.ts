import type { Note } from '../../model/report.js';
import type { ImportedSource } from '../read-all.js';
import type { RowStore } from '../rows/rows.js';
import type { OrdersMade } from '../settle/to-orders.js';
import { amountNotes } from './amount-notes.js';
import { customerNotes } from './customer-notes.js';
import { exclusionNotes } from './exclusion-notes.js';
import { fileNotes } from './file-notes.js';
import { sideNotes } from './side-notes.js';
import { timeNotes } from './time-notes.js';

/** All that must be said of how the rows became orders, nothing where nothing happened. */
export function orderNotes(store: RowStore, made: OrdersMade, files: readonly ImportedSource[]): readonly Note[] {
  return [
    ...fileNotes(store, made, files),
    ...timeNotes(store, made, files),
    ...amountNotes(store, made, files),
    ...exclusionNotes(made),
    ...sideNotes(store, made, files),
    ...customerNotes(store, made, files),
  ];
}
