import type { Finding, Quantity } from '../../model/report.js';

/** Something to do before the numbers are believed. bad: they are wrong as they stand; look: they may be. */
export interface Remark extends Finding {
  readonly weight: 'bad' | 'look';
}

/** From this share of rows, orders or money on something is no detail any more. */
export const SERIOUS = 0.05;

/** A share as reporters write it. */
export function percent(value: number): Quantity {
  return { value, unit: 'ratio' };
}

/** Notes that a remark of the verdict says as well: they need not be said twice. */
export const saidByVerdict: Readonly<Record<string, string>> = {
  'total-check': 'check-totals',
  'unknown-statuses': 'check-unknown-status',
  'no-buyer': 'check-no-buyers',
  'no-usable-buyer': 'check-no-buyers',
  'orders-without-identity': 'check-few-buyers',
  'identity-refused': 'check-refused-groups',
};
