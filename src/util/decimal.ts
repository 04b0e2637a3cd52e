/**
 * Integer minor units in major units as text with exactly `decimals` decimals: 1230 → `12.30`. Made from the digits, so
 * no binary fraction can show. −0 is `0.00`.
 */
export function decimalText(minor: number, decimals: number): string {
  if (!Number.isInteger(minor)) throw new RangeError(`money is not a whole number of minor units: ${minor}`);
  const digits = BigInt(Math.abs(minor))
    .toString()
    .padStart(decimals + 1, '0');
  const sign = minor < 0 ? '-' : '';
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** A decimal text without the zeros at its end: `12.30` → `12.3`, `5.00` → `5`. */
export function shortestDecimal(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** A finite number with `decimals` decimals and thousands separators, without a sign on zero. */
export function fixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a number that can be written: ${value}`);
  const text = Math.abs(value).toFixed(decimals);
  return separated(value < 0 && /[1-9]/.test(text) ? `-${text}` : text);
}

/** A decimal text with thousands separators: `-1234.50` → `-1,234.50`. */
export function separated(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}
