import type { Words } from '../i18n/words.js';
import type { Stage } from '../model/orders.js';

/** The canonical fields: names used in `--map`, dialects, crm.toml and code alike. `time` is the payment time. */
export const fieldNames = [
  'order',
  'line',
  'buyer',
  'account',
  'phone',
  'receiver',
  'address',
  'province',
  'city',
  'district',
  'created',
  'time',
  'shipped',
  'completed',
  'total',
  'goods',
  'postage',
  'discount',
  'paid',
  'refund',
  'received',
  'quantity',
  'title',
  'sku',
  'productCode',
  'product',
  'price',
  'status',
  'refundStatus',
  'closeReason',
  'platform',
  'shop',
  'memo',
  'currency',
] as const;

/** Fields of the program's own layout alone; nobody can map a column to them. */
export const ownFieldNames = [
  'lineNumber',
  'lineCount',
  'lineQuantity',
  'lineAmount',
  'lineRefund',
  'refundId',
  'refundTime',
  'refundAmount',
  'precision',
  'stage',
  'known',
  'kinds',
  'clock',
] as const;
export type Field = (typeof fieldNames)[number] | (typeof ownFieldNames)[number];

/** How a field's cells are read; made by the functions of `fields.ts`. */
export interface FieldSpec {
  readonly kind: 'text' | 'id' | 'money' | 'time' | 'count' | 'oneOf';
  /**
   * Header names, most preferred first. Compared after normalisation, exactly. Where several are present, the first
   * that is not blank in a row gives the value.
   */
  readonly headers: readonly string[];
  /** Of several names only the most preferred one that is in the header counts, also in rows where it is blank. */
  readonly only?: boolean;
  /** For `money`: the columns of the field add up, instead of the first that is not blank giving the value. */
  readonly adds?: boolean;
  /** For `oneOf`: what each text means; keys are normalised like headers (full-width to half-width), `*`: any other. */
  readonly values?: Readonly<Record<string, string>>;
}

/** One platform's layout as data. */
export interface Dialect {
  readonly id: string;
  readonly title: Words;
  /** Platform of the orders: orders of one platform, shop and number are the same order. */
  readonly platform: string;
  /** The dialect may claim a header that holds at least one name of every group; '' claims nothing (generic). */
  readonly marks: readonly (readonly string[])[];
  /** Names that only others have: the dialect claims no header that holds one of them. */
  readonly not: readonly string[];
  /**
   * What one row is. order: an order (later rows with its number are other states of it); product: a product of an order
   * whose amounts stand on its first row or on each of them, and count once; line: a product line with amounts of its own.
   * refund, parcel: no order at all, but what happened to one that stands in another report (see `merge/side-rows`).
   */
  readonly grain: 'order' | 'product' | 'line' | 'refund' | 'parcel';
  /** With grain product: the amounts of which each row has its own part all the same. */
  readonly own?: readonly Field[];
  /** Rows without an order number and a time go on with the order above them. */
  readonly continues?: boolean;
  /**
   * The layout has no column of what was paid. parts: it is goods + postage − discount (of an order's products: of the
   * order, once its products are put together). unit-price: `goods` is what one unit was sold for, times the units.
   */
  readonly paidFrom?: 'parts' | 'unit-price';
  /** The refund column holds what the total became by refunds, 0 where nothing was refunded; `total` serves only for that. */
  readonly refundFrom?: 'adjusted-total';
  /** The row under the header explains the columns: where it does, it is passed over. */
  readonly explained?: boolean;
  /** Each row is one unit. */
  readonly units?: 'row';
  /** Of several order numbers in a row the first is the whole order's, the next one that of a part of it. */
  readonly splits?: boolean;
  /** A memo that begins so says that the order was split: it is closed, its parts are orders of their own. */
  readonly splitMemo?: string;
  /** How the platform writes days such as `03/04/26`; without it the data must tell. */
  readonly slashes?: 'month-first' | 'day-first';
  /** The currency is that of the shop: where no column says it, its amounts or their headers do; else it is assumed. */
  readonly currencyVaries?: boolean;
  /** The order number begins with the day of its creation, as yyMMdd: where both times are blank, that is the day. */
  readonly createdIn?: 'order';
  /** The program's own layout: orders as they were settled, see `rows/normal-rows.ts`. */
  readonly normalised?: true;
  /** The payment time may be blank for orders that were paid: their status tells. */
  readonly paidBy?: 'status';
  /**
   * What `paid` means. paid-is-net: refunds already taken off (gross = paid + refund); paid-is-gross: not yet
   * (net = paid − refund); none: the layout has no refund amount.
   */
  readonly refund: 'paid-is-net' | 'paid-is-gross' | 'none';
  /** The clock of times written without an offset. */
  readonly clock: string;
  /** ISO 4217 code where no column says otherwise. */
  readonly currency: string;
  readonly fields: Readonly<Partial<Record<Field, FieldSpec>>>;
  /** Status texts (normalised: NFKC, no blanks at the ends) and what they say. */
  readonly statuses: Readonly<Record<string, Stage>>;
}

/** One column of a sheet that was taken for a field. */
export interface MappedColumn {
  /** From 0. */
  readonly position: number;
  /** As in the file; '' for an unnamed column. */
  readonly header: string;
  readonly field: Field;
  /** Preference among the columns of the same field: the lowest rank that is not blank in a row gives the value. */
  readonly rank: number;
  /** True where another column of the same field has the same normalised header: their values must not differ. */
  readonly twin: boolean;
}

/** How one sheet is to be read. */
export interface Mapping {
  readonly dialect: Dialect;
  /** Rows of the sheet (in `Sheet.head` order) up to and including the header; 0 without a header. */
  readonly skipRows: number;
  readonly headerLine: number | null;
  /** Number of columns of the header: wider rows are ragged. */
  readonly width: number;
  /** Ascending by position. */
  readonly columns: readonly MappedColumn[];
  /** All headers as in the file, '' for unnamed columns; empty without a header. */
  readonly names: readonly string[];
  readonly unusedHeaders: readonly string[];
}
