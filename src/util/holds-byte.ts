import { Buffer } from 'node:buffer';

/** Whether a byte is among others: as `includes`, which looks at one after another. */
export function holdsByte({ buffer, byteOffset, byteLength }: Uint8Array, byte: number): boolean {
  return Buffer.from(buffer, byteOffset, byteLength).includes(byte);
}
