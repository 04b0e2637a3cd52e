import { guarded, quoted } from '../csv.js';
import type { RejectList } from './reject-rows.js';

const PIECE = 65_536;

/** How the list is written. */
export interface RejectsStyle {
  readonly bom: boolean;
  /** Without the formula guard. */
  readonly raw: boolean;
}

/**
 * Rejected rows as CSV, as `csvReporter` writes: texts guarded against formulas, numbers untouched. In pieces, so that a
 * million rows are neither one string nor a million writes. A header alone where nothing was rejected.
 */
export async function* rejectsCsv({ header, rows }: RejectList, { bom, raw }: RejectsStyle): AsyncGenerator<string> {
  const cell = (value: string | number | null): string => {
    if (value === null) return '';
    return typeof value === 'number' ? String(value) : quoted(raw ? value : guarded(value));
  };
  let piece = `${bom ? '\ufeff' : ''}${header.map(cell).join(',')}\n`;
  for await (const row of rows) {
    piece += `${row.map(cell).join(',')}\n`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
