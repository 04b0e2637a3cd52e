import type { Note } from '../../model/report.js';
import type { AliasFacts } from '../identity/alias-names.js';
import type { Customers } from '../identity/identity.js';
import { noteIf, someLines } from './note-parts.js';

/** What must be said of customers that were put together: by aliases, by what orders share, by a guess. */
export function identityNotes({ joined }: Customers): readonly Note[] {
  if (joined === null) return [];
  const { aliases, links, guessed, perhaps } = joined;
  return [
    ...noteIf(guessed !== null, 'warning', 'identity-loose', {
      customers: guessed?.customers ?? 0,
      orders: guessed?.orders.count ?? 0,
    }),
    ...noteIf(links !== null, 'info', 'identity-linked', { customers: links?.joined ?? 0 }),
    ...noteIf((links?.refused.length ?? 0) > 0, 'warning', 'identity-refused', { groups: links?.refused.length ?? 0 }),
    ...(aliases === null ? [] : aliasNotes(aliases)),
    ...noteIf(perhaps.customers > 0, 'info', 'perhaps-the-same', { customers: perhaps.customers }),
  ];
}

function aliasNotes({ file, names, joined, unknown, ambiguous }: AliasFacts): readonly Note[] {
  return [
    ...noteIf(true, 'info', 'aliases-used', { file, names, customers: joined }),
    ...noteIf(unknown.length > 0, 'warning', 'aliases-unknown', {
      file,
      count: unknown.length,
      lines: someLines(unknown),
    }),
    ...noteIf(ambiguous.length > 0, 'warning', 'aliases-ambiguous', {
      file,
      count: ambiguous.length,
      lines: someLines(ambiguous),
    }),
  ];
}
