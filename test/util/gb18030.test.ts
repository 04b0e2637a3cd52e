import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { transcodeGb18030 } from '../../src/util/gb18030.js';
import { runs } from '../runs.js';

const decoder = new TextDecoder('gb18030');
const utf8 = new TextDecoder();

function transcoded(bytes: Uint8Array): string | null {
  const target = new Uint8Array(bytes.length * 2 + 3);
  const length = transcodeGb18030(bytes, 0, bytes.length, target);
  return length < 0 ? null : utf8.decode(target.subarray(0, length));
}

describe('GB18030 to UTF-8 by table', () => {
  test('agrees with the decoder of the runtime on every pair of bytes', () => {
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const bytes = Uint8Array.of(lead, trail);
        const text = decoder.decode(bytes);
        const expected = text.length === 1 && text !== '\ufffd' ? text : null;
        expect(transcoded(bytes), `${lead} ${trail}`).toBe(expected);
      }
    }
  });

  test('any bytes: the same text as the decoder, or left to it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20 }), (bytes) => {
        const text = transcoded(bytes);
        if (text !== null) expect(text).toBe(decoder.decode(bytes));
      }),
      runs(10_000),
    );
  });

  test('four-byte characters are left to the decoder', () => {
    expect(transcoded(Uint8Array.of(0x81, 0x30, 0x84, 0x36))).toBeNull();
  });
});
