import type { Place } from './places.js';

/** How the tables of a forecast stand on the page; those that explain the model are left to the machine formats. */
export const forecastPlaces: Readonly<Record<string, Place>> = {
  'clv-summary': { form: 'section', hide: ['unit', 'modelLow'], uncut: ['metric'], brief: true },
  'clv-backtest': { form: 'section', skipEmpty: true, hide: ['rmse'], drop: ['mae', 'modelLow'], uncut: ['model'] },
  'clv-deciles': { form: 'section', bar: 'share', brief: true, skipEmpty: true, rows: 3, rowsToSpare: 7 },
  'clv-risk': { form: 'section', bar: 'customers', brief: true, skipEmpty: true, uncut: ['risk'] },
  'clv-season': { form: 'section', bar: 'factor' },
  due: {
    form: 'section',
    rows: 20,
    brief: true,
    hideEmpty: true,
    hide: ['overdue', 'historicValue', 'perPurchase', 'expected90'],
    drop: ['name', 'favouriteProduct', 'likelyBy', 'risk'],
  },
  'clv-backtest-by-repeats': { form: 'none' },
  'clv-calibration': { form: 'none' },
  'clv-model': { form: 'none' },
  'simple-value': { form: 'section', hide: ['unit'], uncut: ['metric'] },
  payback: { form: 'section', uncut: ['cohort'], rows: 6, rowsToSpare: 6 },
};
