import { askedInBlocks, type Question } from '../../kernel/blocks.js';
import { orderJob } from '../../kernel/functions.js';
import type { Kernels } from '../../kernel/kernels.js';
import type { Dialect } from '../dialect.js';

/** A question about orders; what is left out is not needed. */
type OrderQuestion = Pick<Question, 'size' | 'ask'> & Partial<Pick<Question, 'given' | 'made' | 'told' | 'kept'>>;

/** Asks the kernel about orders; false where there is none. */
export function askedOfOrders(question: OrderQuestion, lent?: Kernels): boolean {
  return askedInBlocks({ given: {}, made: {}, told: {}, kept: {}, ...question, places: orderJob }, lent);
}

/** What `paid` means in each sheet, as the kernel knows it. */
export function meaningCodes(meanings: readonly Dialect['refund'][]): Uint8Array {
  return Uint8Array.from(meanings, (meaning) => (meaning === 'paid-is-net' ? 1 : meaning === 'none' ? 2 : 0));
}
