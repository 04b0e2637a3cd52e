import { analysisNotes } from './notes/analysis.js';
import { checkNotes } from './notes/check.js';
import { customersNotes } from './notes/customers.js';
import { ordersNotes } from './notes/orders.js';
import { readingNotes } from './notes/reading.js';
import { sheetNotes } from './notes/sheets.js';
import type { Words } from './words.js';

/** What can be said about a whole answer, by note id. */
export const notes: Readonly<Record<string, Words>> = {
  ...readingNotes,
  ...sheetNotes,
  ...ordersNotes,
  ...customersNotes,
  ...checkNotes,
  ...analysisNotes,
};
