import type { Minor } from '../model/orders.js';
import type { Seconds } from '../util/calendar.js';

/** One product line of an order of the demo shop. */
export interface DemoLine {
  readonly title: string;
  readonly quantity: number;
  /** Per unit, before discounts, fen. */
  readonly price: Minor;
}

/** Where a parcel goes; the words of the address cell. `district` may be the literal `null`, as real files have it. */
export interface Destination {
  readonly province: string;
  readonly city: string;
  readonly district: string;
  readonly street: string;
  readonly zip: string;
}

/** How an order ended, as of the export. */
export type Outcome = 'waiting' | 'never-paid' | 'paid' | 'shipped' | 'completed' | 'refunded';

/**
 * An order of the demo shop, with the truth that an export does not tell (`customer`). Money is fen, times are seconds
 * on the shop's clock, null = has not happened by the end of the last day. Every person in it is invented.
 */
export interface DemoOrder {
  /** 19 digits, unique. */
  readonly number: string;
  /** Who really bought it, from 0. */
  readonly customer: number;
  /** Login name; '' where the platform keeps it back. */
  readonly buyer: string;
  /** The name with its middle hidden: shown beside the login name, and no key. */
  readonly maskedBuyer: string;
  readonly receiver: string;
  readonly phone: string;
  readonly destination: Destination;
  readonly createdAt: Seconds;
  readonly paidAt: Seconds | null;
  readonly shippedAt: Seconds | null;
  readonly completedAt: Seconds | null;
  readonly outcome: Outcome;
  readonly lines: readonly DemoLine[];
  /** Σ price × quantity. */
  readonly list: Minor;
  /** list − discount. */
  readonly goods: Minor;
  readonly discount: Minor;
  readonly postage: Minor;
  /** goods + postage. */
  readonly total: Minor;
  /** Given back; total when wholly refunded, 0 while unpaid. */
  readonly refund: Minor;
  /** Ordered before a festival with a deposit, the rest paid on the day itself. */
  readonly presale: boolean;
  readonly mobile: boolean;
  readonly message: string;
  readonly memo: string;
  /** '' until sent. */
  readonly carrier: string;
  readonly tracking: string;
}
