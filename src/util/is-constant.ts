import { Buffer } from 'node:buffer';

/** Whether a column says the same everywhere; NaN is the same as NaN. */
export function isConstant(column: Int32Array | Float64Array | Uint8Array): boolean {
  if (saysOnAndOn(column)) return true;
  const first = column[0]!;
  const isBlank = Number.isNaN(first);
  for (let at = 1; at < column.length; at++) {
    const value = column[at]!;
    if (value !== first && !(isBlank && Number.isNaN(value))) return false;
  }
  return true;
}

/** Whether each number has the bytes of the one before it, as all numbers of a constant column mostly have. */
function saysOnAndOn({
  buffer,
  byteOffset,
  byteLength,
  BYTES_PER_ELEMENT,
}: Int32Array | Float64Array | Uint8Array): boolean {
  if (byteLength <= BYTES_PER_ELEMENT) return true;
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  return bytes.compare(bytes, BYTES_PER_ELEMENT, byteLength, 0, byteLength - BYTES_PER_ELEMENT) === 0;
}
