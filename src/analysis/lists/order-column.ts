import type { OrderTable } from '../../model/orders.js';
import type { Cell, Unit } from '../../model/report.js';
import { NO_DAY } from '../../util/calendar.js';

/** What the cells of a row are made from. */
export interface OrderContext {
  readonly orders: OrderTable;
  /** Zone of the shop's clock; '' = times as they were written. */
  readonly zone: string;
  /** Amounts of a currency times this are in the decimals of the table, by currency code. */
  readonly scale: readonly number[];
}

/** A row of the table: an order, one of its product lines and one of its refunds, −1 where it has none. */
export interface OrderRow {
  readonly order: number;
  readonly line: number;
  readonly refund: number;
  /** From 1 within the order. */
  readonly nth: number;
  /** Product lines of the order. */
  readonly lines: number;
  /** Bits by `knownColumns`: what is known of the order. */
  readonly known: number;
}

/** A column of the normalised orders: its name, unit and cell. */
export interface OrderColumn {
  readonly key: string;
  readonly unit: Unit;
  readonly cell: (context: OrderContext, row: OrderRow) => Cell;
}

/** A column out of its parts. */
export const column = (key: string, unit: Unit, cell: OrderColumn['cell']): OrderColumn => ({ key, unit, cell });

/** A day, or nothing. */
export function dayIn(day: number): number | null {
  return day === NO_DAY ? null : day;
}

/** A number, or nothing where it is unknown. */
export function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

/** An amount of an order with the decimals of the table, or nothing where it is unknown. */
export function scaled({ orders, scale }: OrderContext, order: number, minor: number): number | null {
  return Number.isNaN(minor) ? null : minor * (scale[orders.currency[order]!] ?? 1);
}
