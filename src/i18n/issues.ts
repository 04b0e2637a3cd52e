import { ordersIssues } from './issues/orders.js';
import { readingIssues } from './issues/reading.js';
import { valuesIssues } from './issues/values.js';
import type { Words } from './words.js';

/** How a problem of a row is worded: what it is, what was expected, what to do. */
export interface IssueWords {
  readonly problem: Words;
  readonly expected: Words;
  readonly advice: Words;
}

/** Every problem a row can have, by key. */
export const issueWords: Readonly<Record<string, IssueWords>> = { ...readingIssues, ...valuesIssues, ...ordersIssues };
