import type { SchemaElement } from 'hyparquet';
import type { Cell, Column, Currency } from '../model/report.js';
import { machineCell } from './machine.js';

/** How a column of a table is kept in a Parquet file. */
export interface ParquetColumn {
  readonly element: SchemaElement;
  readonly value: (cell: Cell) => string | number | bigint | undefined;
}

const PRECISION = 18;
const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } } as const;
const number = { type: 'DOUBLE' } as const;

/** The type of a column by its unit; cells of mixed units are written as the CSV writes them. */
export function parquetColumn({ key, unit }: Column, currency: Currency): ParquetColumn {
  const column = (type: Partial<SchemaElement>, value: (cell: number) => number | bigint): ParquetColumn => ({
    element: { name: key, repetition_type: 'OPTIONAL', ...type },
    value: (cell) => (typeof cell === 'number' ? value(cell) : undefined),
  });
  if (unit === 'money') return column(decimal(currency.decimals), BigInt);
  if (unit === 'count') return column({ type: 'INT64' }, BigInt);
  if (unit === 'date')
    return column({ type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } }, (day) => day);
  if (unit === 'time') return column(timestamp, (seconds) => BigInt(seconds) * 1_000_000n);
  if (unit === 'price') return column(number, (minor) => minor / 10 ** currency.decimals + 0);
  if (unit === 'number' || unit === 'ratio' || unit === 'days') return column(number, (value) => value + 0);
  return {
    element: { name: key, repetition_type: 'OPTIONAL', ...text },
    value: (cell) => {
      const written = machineCell(cell, unit, currency);
      return written === null ? undefined : 'text' in written ? written.text : written.number;
    },
  };
}

/** A moment on the shop's clock: no zone is meant. */
const timestamp = {
  type: 'INT64',
  logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MICROS' },
} as const;

function decimal(scale: number): Partial<SchemaElement> {
  const logical_type = { type: 'DECIMAL', precision: PRECISION, scale } as const;
  return { type: 'INT64', converted_type: 'DECIMAL', precision: PRECISION, scale, logical_type };
}
