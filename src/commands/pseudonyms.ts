import { createHmac } from 'node:crypto';
import type { Cell, Table } from '../model/report.js';

/** Columns that tell who somebody is and become codes: the same person gets the same code under the same key. */
const coded: ReadonlySet<string> = new Set(['customer', 'order']);

/** Columns that tell who somebody is and are left blank. */
const blanked: ReadonlySet<string> = new Set(['name', 'buyerName', 'phone', 'receiver', 'address']);

/**
 * A table that can be shared: customers and order numbers replaced by the first 80 bits of HMAC-SHA-256 under the key
 * (so few that they fit a cell, so many that a million customers do not collide), names blank. Without the key nobody
 * can test whether a known name is in the list. Streams like the table it is made of.
 */
export function pseudonymised(table: Table, key: Uint8Array): Table {
  const roles = table.columns.map(({ key: name }) => (coded.has(name) ? 'code' : blanked.has(name) ? 'blank' : 'keep'));
  const rows = {
    *[Symbol.iterator]() {
      for (const row of table.rows) yield row.map((cell, index) => shared(cell, roles[index] ?? 'keep', key));
    },
  };
  return { ...table, rows };
}

function shared(cell: Cell, role: 'code' | 'blank' | 'keep', key: Uint8Array): Cell {
  if (role === 'keep' || cell === null) return cell;
  return role === 'blank' || typeof cell !== 'string' ? null : pseudonym(cell, key);
}

/** The code of a text under a key: `c-` and 20 hexadecimal digits. */
export function pseudonym(text: string, key: Uint8Array): string {
  return `c-${createHmac('sha256', key).update(text, 'utf8').digest('hex').slice(0, 20)}`;
}
