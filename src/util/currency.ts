import type { Currency } from '../model/report.js';

/** ISO 4217 minor units other than two decimals (ISO 4217:2015 list one, amended). */
const DECIMALS: ReadonlyMap<string, number> = new Map([
  ...[
    'BIF',
    'CLP',
    'DJF',
    'GNF',
    'ISK',
    'JPY',
    'KMF',
    'KRW',
    'PYG',
    'RWF',
    'UGX',
    'UYI',
    'VND',
    'VUV',
    'XAF',
    'XOF',
    'XPF',
  ].map((code): [string, number] => [code, 0]),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code): [string, number] => [code, 3]),
]);

/** A currency with its number of decimals; two where ISO 4217 does not say otherwise. */
export function currencyOf(code: string): Currency {
  return { code, decimals: DECIMALS.get(code) ?? 2 };
}
