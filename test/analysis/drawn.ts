import { type AnalysisOptions, analysisInput } from '../../src/analysis/input.js';
import type { AnalysisInput, Metric } from '../../src/analysis/metric.js';
import type { Cell, Table } from '../../src/model/report.js';
import { dayOf } from '../../src/util/calendar.js';
import { type TestOrder, tableOf } from './order-table.js';

/** Drawn orders and the last day of the drawing. */
export interface Shop {
  readonly orders: readonly TestOrder[];
  readonly asOf: number;
}

/** The day of the first character of a drawing: Monday 2024-01-01. */
export const START = dayOf(2024, 1, 1);

/**
 * A shop as a drawing: one line a customer, one character a day, a digit is the number of orders of 100.00, a dot is
 * nothing. The as-of day is the last day drawn. The name `-` stands for orders without a customer.
 */
export function orders(parts: TemplateStringsArray, ...holes: readonly (string | number)[]): Shop {
  const text = String.raw({ raw: parts }, ...holes);
  const lines = text.split('\n').flatMap((line) => /^\s*(\S+)\s+(\S+)\s*$/.exec(line) ?? []);
  const drawn: TestOrder[] = [];
  let length = 0;
  for (let at = 0; at < lines.length; at += 3) {
    const [, name = '', days = ''] = lines.slice(at, at + 3);
    length = Math.max(length, days.length);
    for (const [index, mark] of [...days].entries()) {
      for (let order = 0; order < Number(mark === '.' ? 0 : mark); order++) {
        drawn.push({ ...(name === '-' ? {} : { customer: name }), day: START + index });
      }
    }
  }
  return { orders: drawn, asOf: START + length - 1 };
}

/** The input of the metrics for a shop: everything to its as-of day unless said otherwise. */
export function inputOf({ orders, asOf }: Shop, options: Partial<AnalysisOptions> = {}): AnalysisInput {
  return analysisInput(tableOf(orders), {
    asOf,
    asOfReason: 'latest-order',
    window: null,
    currency: { code: 'CNY', decimals: 2 },
    currencyCode: 0,
    purchase: 'day',
    oldWindow: null,
    historyStart: null,
    refunds: 'order-day',
    refundsKnown: true,
    ...options,
  });
}

/** Rows of a table as objects, quantities as their bare values. */
export function rowsOf(table: Table): readonly Readonly<Record<string, number | string | null>>[] {
  return [...table.rows].map((row) =>
    Object.fromEntries(table.columns.map(({ key }, index) => [key, bare(row[index] ?? null)])),
  );
}

/** The rows of a metric for a shop, each cut to some columns. */
export function cellsOf(metric: Metric, input: AnalysisInput, ...keys: readonly string[]): readonly unknown[][] {
  return rowsOf(metric.compute(input)).map((row) => keys.map((key) => row[key]));
}

/** The row of one metric in a table of metrics. */
export function measureOf(metric: Metric, input: AnalysisInput, name: string) {
  const row = rowsOf(metric.compute(input)).find((one) => one['metric'] === name);
  if (row === undefined) throw new Error(`no row ${name}`);
  return row;
}

/** Ids of the notes below a table. */
export function noteIds(table: Table): readonly string[] {
  return table.notes.map(({ id }) => id);
}

function bare(cell: Cell): number | string | null {
  return cell !== null && typeof cell === 'object' ? cell.value : cell;
}
