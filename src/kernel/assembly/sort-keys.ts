const SIGN: u64 = (<u64>1) << 63;
/** Key of what is no number: it comes last. */
const LAST: u64 = u64.MAX_VALUE;

/** A key that is as large among the keys as its number is among the numbers. */
export function keyOf(number: f64): u64 {
  if (isNone(number)) return LAST;
  const bits = reinterpret<u64>(number);
  return (bits & SIGN) === 0 ? bits | SIGN : ~bits;
}

/** Nothing is at most infinite but numbers. */
export function isNone(number: f64): bool {
  return !(number <= Infinity);
}

/** The number of a key. */
export function numberOf(key: u64): f64 {
  return key === LAST ? NaN : reinterpret<f64>((key & SIGN) !== 0 ? key ^ SIGN : ~key);
}
