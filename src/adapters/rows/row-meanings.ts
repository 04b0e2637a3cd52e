import { NONE, stages } from '../../model/orders.js';
import { SECONDS_A_DAY } from '../../util/calendar.js';
import { currencyOf } from '../../util/currency.js';
import type { Dialect, Field } from '../dialect.js';
import { normalText } from '../identify/header.js';
import { cityName, placeOf, provinceName } from '../values/address.js';
import { DAY_PRECISION, secondsOf, stampOf } from '../values/stamp.js';
import { CodeTranslation } from './code-translation.js';
import { platformName } from './platform-names.js';
import type { RowDictionaries } from './row-store-builder.js';
import { closeReasons } from './rows.js';
import type { SheetColumns } from './sheet-columns.js';

/** A currency text that is no ISO 4217 code and no known name of one. */
export const UNKNOWN_CURRENCY = NONE;

/** `****` and ciphertext (`##…`) name no place. */
const isMasked = (text: string): boolean => /^(?:\*+$|##|\$\$)/.test(text);

const currencyNames: Readonly<Record<string, string>> = {
  '¥': 'CNY',
  元: 'CNY',
  人民币: 'CNY',
  rmb: 'CNY',
  美元: 'USD',
  欧元: 'EUR',
};

/** What the texts of a sheet mean to its dialect; each distinct text is looked at once. */
export interface RowMeanings {
  /** Index into `stages`. */
  readonly stage: CodeTranslation;
  /** Index into `closeReasons`. */
  readonly closeReason: CodeTranslation;
  readonly refundStatus: CodeTranslation;
  /** Refund statuses nobody knows, where only they could tell of a refund; filled as texts are asked for. */
  readonly unknownRefunds: ReadonlySet<string>;
  /** Code of the currency's ISO code, UNKNOWN_CURRENCY for a text that is none. */
  readonly currency: CodeTranslation;
  readonly platform: CodeTranslation;
  readonly province: CodeTranslation;
  readonly city: CodeTranslation;
  /** The city that a province's cell names behind it (`浙江省 杭州市 西湖区`), where there is no column of cities. */
  readonly cityInProvince: CodeTranslation;
  /** Whether addresses tell places where no column does; else columns alone do. */
  readonly placesFromAddresses: boolean;
  /** Whether a memo says that the order was split into others; one that names the order itself is of a part of it. */
  isSplit(order: number, memo: number): boolean;
  /** Code of an order number among the line ids: the own number of a part of a split order. */
  readonly part: CodeTranslation;
  /** Day since 1970 that an order number begins with (yyMMdd), NONE if it begins with none. */
  readonly dayInNumber: CodeTranslation;
  readonly defaultCurrency: number;
  readonly defaultPlatform: number;
  /** Decimals of a currency by its code. */
  decimals(currency: number): number;
}

/** `currency`: of rows whose currency no column tells. */
export function rowMeanings(
  dialect: Dialect,
  currency: string,
  columns: SheetColumns,
  texts: RowDictionaries,
): RowMeanings {
  const statuses = normalised(dialect.statuses);
  const own = (field: Field, meaning: (text: string) => number) =>
    new CodeTranslation(columns.dictionaries.get(field) ?? texts.status, meaning);
  const decimals: number[] = [];
  const unknownRefunds = new Set<string>();
  const split = new CodeTranslation(texts.memo, (text) => Number(text.startsWith(dialect.splitMemo ?? '\0')));
  const asIs = dialect.normalised === true;
  return {
    stage: new CodeTranslation(texts.status, (text) => stages.indexOf(statuses.get(normalText(text)) ?? 'unknown')),
    closeReason: own('closeReason', reasons(dialect, 'closeReason')),
    refundStatus: own('refundStatus', reasons(dialect, 'refundStatus', unknownRefunds)),
    unknownRefunds,
    currency: own('currency', (text) => {
      const code = currencyCode(text);
      return code === null ? UNKNOWN_CURRENCY : texts.currency.internText(code);
    }),
    platform: own('platform', (text) => texts.platform.internText(platformName(text))),
    province: own('province', (text) => {
      if (asIs) return texts.province.internText(text);
      const province = placeOf(text).province || text;
      return isMasked(province) ? NONE : texts.province.internText(province);
    }),
    cityInProvince: own('province', (text) => {
      if (asIs) return NONE;
      const { city } = placeOf(text);
      return city === '' ? NONE : texts.city.internText(city);
    }),
    city: own('city', (text) => {
      if (asIs) return texts.city.internText(text);
      const city = cityName(provinceName(text) ?? '', text, '');
      return city === '' || isMasked(city) ? NONE : texts.city.internText(city);
    }),
    placesFromAddresses: !asIs,
    isSplit: (order, memo) =>
      split.of(memo) === 1 && !texts.memo.text(memo).includes(order === NONE ? '\0' : texts.order.text(order)),
    part: new CodeTranslation(texts.order, (text) => texts.lineId.internText(text)),
    dayInNumber: new CodeTranslation(texts.order, dayInNumber),
    defaultCurrency: texts.currency.internText(currency),
    defaultPlatform: texts.platform.internText(dialect.platform),
    decimals: (code) => (decimals[code] ??= currencyOf(texts.currency.text(code)).decimals),
  };
}

/** A reason nobody listed is `other`, unless it says that nobody paid or that money went back. */
function reasons(dialect: Dialect, field: Field, unknown?: Set<string>): (text: string) => number {
  const values = normalised(dialect.fields[field]?.values ?? {});
  return (text) => {
    const known = values.get(normalText(text)) ?? values.get('*');
    if (known === undefined && dialect.refund === 'none') unknown?.add(text);
    const name = known ?? (field === 'closeReason' && text.includes('未付款') ? 'never-paid' : 'other');
    return closeReasons.indexOf(name as (typeof closeReasons)[number]);
  };
}

function dayInNumber(order: string): number {
  const match = /^(\d{2})(\d{2})(\d{2})-\d+$/.exec(order);
  if (match === null) return NONE;
  const stamp = stampOf(2000 + Number(match[1]), Number(match[2]), Number(match[3]), 0, 0, 0, DAY_PRECISION);
  return Number.isFinite(stamp) ? secondsOf(stamp) / SECONDS_A_DAY : NONE;
}

function normalised<T>(values: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(values).map(([text, value]) => [normalText(text), value]));
}

function currencyCode(text: string): string | null {
  const name = normalText(text);
  if (Object.hasOwn(currencyNames, name)) return currencyNames[name] ?? null;
  return /^[a-z]{3}$/.test(name) ? name.toUpperCase() : null;
}
