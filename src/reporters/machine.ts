import type { Cell, Currency, Unit } from '../model/report.js';
import { isoDay, isoTime } from '../util/calendar.js';
import { decimalText } from '../util/decimal.js';

/** A cell of a machine format: a text as it is, a number already written, or nothing. */
export type MachineCell = { readonly text: string } | { readonly number: string } | null;

/**
 * A cell in major units for machines: money exactly, with the currency's decimals; averages, rates and scores
 * unrounded; dates and times ISO; a quantity by its own unit. A number that is not finite is a mistake of ours and is thrown.
 */
export function machineCell(cell: Cell, unit: Unit, currency: Currency): MachineCell {
  if (cell === null) return null;
  if (typeof cell === 'string') return { text: cell };
  if (typeof cell === 'object') return machineCell(cell.value, cell.unit, currency);
  if (!Number.isFinite(cell)) throw new RangeError(`not a number that can be written: ${cell}`);
  if (unit === 'money') return { number: decimalText(cell, currency.decimals) };
  if (unit === 'date') return { text: isoDay(cell) };
  if (unit === 'time') return { text: isoTime(cell) };
  const value = unit === 'price' ? cell / 10 ** currency.decimals : cell;
  return { number: String(value === 0 ? 0 : value) };
}
