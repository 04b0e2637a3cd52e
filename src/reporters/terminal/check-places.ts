import type { Place } from './places.js';

/** How the tables of `crm check` stand on a page. */
export const checkPlaces: Readonly<Record<string, Place>> = {
  sheets: {
    form: 'records',
    drop: [
      ...['toldBy', 'skipped', 'delimiter', 'headerLine', 'kind', 'firstDay', 'lastDay', 'encoding', 'amount'],
      ...['duplicate', 'used', 'platform'],
    ],
  },
  columns: { form: 'roles' },
  problems: { form: 'problems', skipEmpty: true },
  duplicates: { form: 'section', skipEmpty: true, uncut: ['scope', 'why'] },
  identity: { form: 'section', skipEmpty: true, uncut: ['finding'] },
  'empty-days': { form: 'section', skipEmpty: true },
  days: { form: 'records' },
  uncounted: {
    form: 'section',
    skipEmpty: true,
    caption: { zh: '读懂了但不算销售的订单', en: 'orders understood that are not sales' },
  },
  'time-kinds': { form: 'section', namesOnce: true },
};
