import type { SchemaElement } from 'hyparquet';
import { isoDay, isoTime } from '../../../util/calendar.js';

/** A value as it goes from the child to its parent. */
export type ParquetValue = string | number | boolean | null;

/** A double from here on has lost digits if it was meant as a number of something; written so that this shows. */
const LOST = 1e15;

/** Days and moments as text; the default would make a Date of each. */
export const textParsers = {
  timestampFromMilliseconds: (millis: bigint) => moment(Number(millis) / 1000),
  timestampFromMicroseconds: (micros: bigint) => moment(Number(micros / 1000n) / 1000),
  timestampFromNanoseconds: (nanos: bigint) => moment(Number(nanos / 1_000_000n) / 1000),
  dateFromDays: (days: number) => (Number.isFinite(days) ? isoDay(days) : null),
};

function moment(seconds: number): string | null {
  return Number.isFinite(seconds) ? isoTime(Math.floor(seconds)) : null;
}

/**
 * How the values of a column are written: whole numbers of 64 bits as text, every digit of them; moments in UTC with a
 * `Z`, others as they stand on the shop's clock; bytes that are no text as nothing.
 */
export function cellWriter(element: SchemaElement): (value: unknown) => ParquetValue {
  const zone = isUtc(element) ? 'Z' : '';
  const isMoment = /^TIMESTAMP/.test(element.converted_type ?? '') || element.logical_type?.type === 'TIMESTAMP';
  return (value) => {
    if (typeof value === 'string') return isMoment ? value + zone : value;
    if (typeof value === 'bigint') return String(value);
    if (typeof value === 'boolean') return value;
    if (typeof value !== 'number' || !Number.isFinite(value)) return null;
    return Math.abs(value) >= LOST && element.type !== 'INT64' ? value.toExponential().toUpperCase() : value;
  };
}

/** A moment in UTC: said so, or of the old kind that says nothing else. */
function isUtc({ logical_type, converted_type }: SchemaElement): boolean {
  if (logical_type?.type === 'TIMESTAMP') return logical_type.isAdjustedToUTC;
  return /^TIMESTAMP/.test(converted_type ?? '');
}
