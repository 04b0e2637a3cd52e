import type { FoundTexts, KernelCells } from '../kernel/cells.js';
import { isLent } from '../kernel/lending.js';
import type { TextIndex } from './text-index.js';

/**
 * As `lookUp` of the texts that the kernel found last, done by it while the dictionary is small: while rows are few all else
 * runs unoptimised. Their codes by row, valid until the kernel is asked again; null: it was not done.
 */
export function lookUpLent(index: TextIndex, found: FoundTexts, cells: KernelCells): Int32Array | null {
  const { texts } = index;
  if (!isLent(texts.size, texts.offsets[texts.size]!, index.lendings, found.count, found.length)) return null;
  index.lendings++;
  const isBlank = index.blankRoom(found.count, found.length);
  const { size, bytes, offsets } = texts;
  const { hashes, table } = index.slots;
  const lent = { size, bytes, offsets, hashes, table, isBlank };
  const codes = cells.codes(found, lent);
  texts.size = lent.size;
  return codes;
}
