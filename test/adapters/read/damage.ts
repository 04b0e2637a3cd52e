import fc from 'fast-check';

/** Copies of a file with any one bit turned, or any block of 64 bytes zeroed. */
export function damaged(whole: Uint8Array): fc.Arbitrary<Buffer> {
  return fc
    .record({ at: fc.nat(whole.length - 1), bit: fc.nat(7), zeroed: fc.boolean() })
    .map(({ at, bit, zeroed }) => {
      const bytes = Buffer.from(whole);
      if (zeroed) bytes.fill(0, at, Math.min(at + 64, bytes.length));
      else bytes[at] = bytes[at]! ^ (1 << bit);
      return bytes;
    });
}
