import { asked } from '../kernel/asked.js';
import type { Kernels } from '../kernel/kernels.js';
import type { ByteArena } from './byte-arena.js';
import { isPlainName } from './plain-name.js';

const INT = 4;
/** Texts that are looked at together by the kernel. */
const TOGETHER = 1 << 14;

/** A byte for each text, 1 where it is a plain name. */
export function plainNames(texts: ByteArena, lent?: Kernels): Uint8Array {
  const plain = new Uint8Array(texts.size);
  for (let first = 0; first < texts.size; first += TOGETHER) {
    const end = Math.min(texts.size, first + TOGETHER);
    if (!judgedInKernel(texts, first, end, plain, lent)) judge(texts, first, end, plain);
  }
  return plain;
}

function judge({ bytes, offsets }: ByteArena, first: number, end: number, plain: Uint8Array): void {
  for (let code = first; code < end; code++) {
    plain[code] = isPlainName(bytes, offsets[code]!, offsets[code + 1]!) ? 1 : 0;
  }
}

function judgedInKernel({ bytes, offsets }: ByteArena, first: number, end: number, plain: Uint8Array, lent?: Kernels) {
  const [from, to] = [offsets[first]!, offsets[end]!];
  const count = end - first;
  const needed = to - from + count * (INT + 1) + 4 * INT + 256;
  const done = asked(
    needed,
    (kernel) => {
      const places = kernel.take((count + 1) * INT);
      const answer = kernel.take(count);
      const texts = kernel.take(to - from + INT);
      kernel.ints.set(offsets.subarray(first, end + 1), places / INT);
      kernel.bytes.set(bytes.subarray(from, to), texts);
      kernel.functions.plainNames(places, count, texts - from, answer);
      plain.set(kernel.bytes.subarray(answer, answer + count), first);
      return true;
    },
    lent,
  );
  return done === true;
}
