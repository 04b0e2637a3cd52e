import { CrmError } from '../../errors.js';
import { type Kernels, kernels } from '../../kernel/kernels.js';
import { Forerunners } from '../../util/forerunners.js';
import type { ByteSource } from '../sources.js';
import type { FoundEncoding } from './encoding.js';
import { Gb18030Check, type LineKinds } from './gb18030-check.js';
import { KernelPassage } from './gb18030-kernel.js';
import { PlainPassage } from './gb18030-passage.js';
import { lineAt } from './line-at.js';
import { wholeLines } from './lines.js';
import { firstBadUtf8 } from './utf8.js';

/**
 * A line of GBK that is valid UTF-8 by chance has hardly more Chinese characters of three bytes than this: the chance
 * is below one in 10^11 for a line. A line with as many is UTF-8.
 */
const EVIDENT = 6;

const forerunners = new Forerunners(2);

/** Lines with characters beyond ASCII seen so far: how many are valid UTF-8, and the first of each kind. */
interface Lines {
  utf8: number;
  other: number;
  firstUtf8: number | null;
  firstOther: number | null;
  evident: boolean;
  /** The line after the first one that is not UTF-8 is UTF-8 again. */
  recovers: boolean | null;
}

/**
 * Reads the whole file as GB18030, strictly. `afterUtf8`: it is not valid UTF-8, but parts of it may be. Then it is
 * refused: GB18030 accepts much UTF-8 and would turn it into other characters.
 */
export async function confirmGb18030(
  source: ByteSource,
  mark: number,
  afterUtf8: boolean,
  lent: Kernels = kernels,
): Promise<FoundEncoding> {
  const lines: Lines = { utf8: 0, other: 0, firstUtf8: null, firstOther: null, evident: false, recovers: null };
  const kernel = lent.borrow();
  const passage = kernel === null ? new PlainPassage() : new KernelPassage(kernel);
  const check = new Gb18030Check(afterUtf8 ? new Kinds(lines) : null, passage);
  forerunners.add([check, passage, lines]);
  try {
    for await (const block of wholeLines(source.pieces(true))) {
      check.take(block);
      if (check.bad !== null && !afterUtf8) break;
    }
  } finally {
    if (kernel !== null) lent.giveBack(kernel);
  }
  const { bad, replacements } = check;
  if (lines.evident || lines.utf8 > lines.other) throw await mixture(source, lines);
  const cut = bad === null ? 0 : source.size - bad;
  if (bad !== null && !(await isHalfCharacter(source, bad, cut))) {
    throw await badBytes(source, bad, afterUtf8 ? 'UTF-8 / GB18030' : 'GB18030');
  }
  return { encoding: 'gb18030', mark, replacements, cut };
}

/** The refusal of a byte that fits the encoding nowhere, with its line. */
export async function badBytes(source: ByteSource, offset: number, encoding: string): Promise<CrmError> {
  return new CrmError('encoding-bytes', source.name, { line: await lineAt(source, offset), offset, encoding });
}

/** The file ends inside a character of two or four bytes, with nothing wrong before. */
async function isHalfCharacter(source: ByteSource, bad: number, left: number): Promise<boolean> {
  if (left < 1 || left > 3) return false;
  const [first = 0, second = 0x30, third = 0x81] = await source.at(bad, left);
  return first >= 0x81 && first <= 0xfe && second >= 0x30 && second <= 0x39 && third >= 0x81 && third <= 0xfe;
}

async function mixture(source: ByteSource, lines: Lines): Promise<CrmError> {
  const firstOther = lines.firstOther ?? 0;
  if (lines.recovers !== false && (lines.firstUtf8 ?? 0) < firstOther) {
    const length = Math.max(1, source.size - firstOther);
    const bad = firstOther + firstBadUtf8(await source.at(firstOther, Math.min(length, 1 << 20)));
    return badBytes(source, bad, 'UTF-8');
  }
  const change = Math.max(firstOther, lines.firstUtf8 ?? 0);
  return new CrmError('encoding-changes', source.name, { line: await lineAt(source, change) });
}

class Kinds implements LineKinds {
  constructor(private readonly lines: Lines) {}

  get countOthers(): boolean {
    return this.lines.recovers !== null;
  }

  line(offset: () => number, characters: number | null): void {
    classify(offset, characters, this.lines);
  }

  others(count: number): void {
    this.lines.other += count;
  }
}

function classify(offset: () => number, characters: number | null, lines: Lines): void {
  if (lines.firstOther !== null && lines.recovers === null) lines.recovers = characters !== null;
  if (characters === null) {
    lines.other += 1;
    lines.firstOther ??= offset();
    return;
  }
  if (characters > 0) lines.utf8 += 1;
  if (characters >= EVIDENT) {
    lines.evident = true;
    lines.firstUtf8 ??= offset();
  }
}
