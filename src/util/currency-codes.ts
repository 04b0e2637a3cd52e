/** ISO 4217 codes (and RMB) that amounts and the headers of amounts may carry: the currencies of the shops we know. */
export const currencyCodes: ReadonlySet<string> = new Set(
  'CNY RMB USD EUR GBP JPY HKD TWD MOP AUD CAD NZD SGD MYR THB VND PHP IDR KRW INR CHF SEK NOK DKK PLN CZK HUF BRL MXN RUB TRY ZAR AED SAR PKR'.split(
    ' ',
  ),
);
