/** New columns whose i-th entry is entry `rows[i]` of the old one; one function per kind of array, so that each is fast. */
export function pickedFloats(from: Float64Array, rows: Int32Array): Float64Array {
  const into = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) into[at] = from[rows[at]!]!;
  return into;
}

export function pickedCodes(from: Int32Array, rows: Int32Array): Int32Array {
  const into = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) into[at] = from[rows[at]!]!;
  return into;
}

export function pickedBytes(from: Uint8Array, rows: Int32Array): Uint8Array {
  const into = new Uint8Array(rows.length);
  for (let at = 0; at < rows.length; at++) into[at] = from[rows[at]!]!;
  return into;
}

/** 0, 1, 2 … `size − 1`. */
export function firstNumbers(size: number): Int32Array {
  const numbers = new Int32Array(size);
  for (let at = 0; at < size; at++) numbers[at] = at;
  return numbers;
}

/** Numbers that are known to be 0, 1, 2 …, and not written to. */
const inSequence = new WeakSet<Int32Array>();

/** Says that numbers that nobody writes to are 0, 1, 2 …, so that they need not be looked at again. */
export function keepInSequence(numbers: Int32Array): Int32Array {
  inSequence.add(numbers);
  return numbers;
}

/** Whether the rows are 0, 1, 2 … up to the last of `size`: picking by them would copy. */
export function isAll(rows: Int32Array, size: number): boolean {
  if (rows.length !== size) return false;
  if (inSequence.has(rows)) return true;
  for (let at = 0; at < size; at++) if (rows[at] !== at) return false;
  return true;
}

/** The highest of some codes, 0 where there are none. */
export function highest(codes: Int32Array): number {
  let most = 0;
  for (let at = 0; at < codes.length; at++) if (codes[at]! > most) most = codes[at]!;
  return most;
}
