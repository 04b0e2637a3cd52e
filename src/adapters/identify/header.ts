import { currencyCodes } from '../../util/currency-codes.js';

/**
 * A header name as it is compared: NFKC (full-width brackets, colons and letters become half-width), no BOM, TAB or
 * zero-width characters, no blanks at the ends or around `/`, runs of blanks as one, ASCII in lower case. Comparison is
 * exact after that; no part of a name is ever matched.
 */
export function normalHeader(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\u2060\ufeff\u0000-\u0008\u000e-\u001f]/g, '')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ ?\/ ?/g, '/')
    .replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/**
 * A normalised header without the currency that may stand in brackets at its end: `total discount(php)`. Shops of one
 * platform in several countries write it so; other remarks in brackets belong to the name.
 */
export function withoutCurrency(normalised: string): string {
  const match = /^(.*\S) ?\(([a-z]{3})\)$/.exec(normalised);
  return match !== null && currencyCodes.has((match[2] ?? '').toUpperCase()) ? (match[1] ?? '').trim() : normalised;
}

/** A status or another fixed text as it is compared: like a header, so that half- and full-width commas are equal. */
export const normalText = normalHeader;
