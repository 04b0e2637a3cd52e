import { currenciesByOrders } from '../analysis/currencies.js';
import { CrmError } from '../errors.js';
import { NONE, type OrderTable } from '../model/orders.js';
import type { Currency } from '../model/report.js';
import { currencyOf } from '../util/currency.js';

/** A currency of the files: its code in the order table and its ISO 4217 facts. */
export interface CurrencyChoice {
  readonly code: number;
  readonly currency: Currency;
}

/** The currencies to report on: the asked one, or all, the one with most orders first. Yuan where there is no order. */
export function currenciesOf(orders: OrderTable, asked: string | undefined): readonly CurrencyChoice[] {
  const present = currenciesByOrders(orders).map((code) => ({ code, name: orders.texts.currency.text(code) }));
  if (present.length === 0) return [{ code: NONE, currency: currencyOf(asked ?? 'CNY') }];
  const chosen = present.filter(({ name }) => asked === undefined || name === asked);
  if (asked !== undefined && chosen.length === 0) {
    const names = present.map(({ name }) => name).join(' ');
    throw new CrmError('no-such-currency', '--currency', { currency: asked, present: names });
  }
  return chosen.map(({ code, name }) => ({ code, currency: currencyOf(name) }));
}
