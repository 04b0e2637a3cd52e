/** Arrays of numbers that can be copied into one another. */
interface Numbers<Own> {
  readonly length: number;
  set(numbers: Own): void;
  subarray(from: number, to: number): Own;
}

/** A copy of an array with room for `length` numbers: as many of the old ones as fit, zeros after them. */
export function resizedTo<Own extends Numbers<Own>>(
  numbers: Own,
  length: number,
  make: new (length: number) => Own,
): Own {
  const resized = new make(length);
  resized.set(numbers.subarray(0, Math.min(length, numbers.length)));
  return resized;
}
