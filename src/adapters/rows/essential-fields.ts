import type { Dialect, Field } from '../dialect.js';

const essential: readonly Field[] = ['order', 'created', 'time', 'total', 'paid', 'refund'];
const parts: readonly Field[] = ['goods', 'postage', 'discount'];

/** Fields without which a row cannot be understood: a bad cell in one of them rejects it, in any other it is blank. */
export function essentialFields({ paidFrom }: Dialect): readonly Field[] {
  return paidFrom === undefined ? essential : [...essential, ...parts];
}
