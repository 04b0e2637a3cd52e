/** Whether a column says the same everywhere; NaN is the same as NaN. */
export function isConstant(column: Int32Array | Float64Array | Uint8Array): boolean {
  const first = column[0]!;
  const isBlank = Number.isNaN(first);
  for (let at = 1; at < column.length; at++) {
    const value = column[at]!;
    if (value !== first && !(isBlank && Number.isNaN(value))) return false;
  }
  return true;
}
