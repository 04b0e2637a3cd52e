import type { Currency, Quantity, Unit } from '../../model/report.js';
import { type Day, SECONDS_A_DAY } from '../../util/calendar.js';
import { decimalText } from '../../util/decimal.js';
import { currencySign } from '../format.js';

/** Serial number of 1970-01-01 in the 1900 date system. */
const EPOCH = 25_569;

/** How each unit is shown in a workbook; texts have no format. */
export function numberFormat(unit: Unit, currency: Currency, hasTenths = false): string | null {
  const formats: Readonly<Record<Quantity['unit'], string>> = {
    money: moneyFormat(currency),
    price: moneyFormat(currency),
    count: '#,##0',
    number: '#,##0.00',
    ratio: '0.0%',
    days: hasTenths ? '#,##0.0' : '#,##0',
    date: 'yyyy-mm-dd',
    time: 'yyyy-mm-dd hh:mm:ss',
  };
  return unit === 'text' || unit === 'name' || unit === 'any' ? null : formats[unit];
}

function moneyFormat(currency: Currency): string {
  const sign = currencySign(currency).replaceAll('"', '');
  const decimals = currency.decimals === 0 ? '' : `.${'0'.repeat(currency.decimals)}`;
  return `"${sign}"#,##0${decimals}`;
}

/** A number as a workbook holds it: amounts in major units, days as serial numbers. Not rounded. */
export function cellNumber(value: number, unit: Unit, { decimals }: Currency): number {
  if (!Number.isFinite(value)) throw new RangeError(`not a number that can be written: ${value}`);
  if (unit === 'money') return Number(decimalText(value, decimals)) + 0;
  if (unit === 'price') return value / 10 ** decimals + 0;
  if (unit === 'time') return EPOCH + value / SECONDS_A_DAY;
  return unit === 'date' ? serialOf(value) : value + 0;
}

function serialOf(day: Day): number {
  return day + EPOCH;
}
