/** Whether `length` bytes are the same here and there: four at a time, the last four first, where texts mostly differ. */
export function sameBytes(one: DataView, from: number, other: DataView, start: number, length: number): boolean {
  if (length < 4) {
    for (let at = 0; at < length; at++) if (one.getUint8(from + at) !== other.getUint8(start + at)) return false;
    return true;
  }
  const last = length - 4;
  if (one.getInt32(from + last, true) !== other.getInt32(start + last, true)) return false;
  for (let at = 0; at < last; at += 4) {
    if (one.getInt32(from + at, true) !== other.getInt32(start + at, true)) return false;
  }
  return true;
}

/** Copies `length` bytes, four at a time, to memory that does not overlap; nothing beside them is read or written. */
export function copyBytes(source: DataView, from: number, target: DataView, start: number, length: number): void {
  if (length < 4) {
    for (let at = 0; at < length; at++) target.setUint8(start + at, source.getUint8(from + at));
    return;
  }
  const last = length - 4;
  for (let at = 0; at < last; at += 4) target.setInt32(start + at, source.getInt32(from + at, true), true);
  target.setInt32(start + last, source.getInt32(from + last, true), true);
}

/** Bytes to be read four at a time. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
