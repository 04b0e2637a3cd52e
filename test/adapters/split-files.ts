import fc from 'fast-check';

/** A file's records as bytes: `head` is everything up to and including the header. */
export interface Records {
  readonly head: Uint8Array;
  readonly rows: readonly Uint8Array[];
  /** Physical line of each row, from 1. */
  readonly lines: readonly number[];
}

/** The records of a text file (UTF-8 or GB18030); `headerLine` counts physical lines from 1. */
export function recordsOf(bytes: Uint8Array, headerLine: number): Records {
  const ends: number[] = [];
  const lines: number[] = [];
  let quoted = false;
  let line = 1;
  let headEnd = 0;
  bytes.forEach((byte, at) => {
    if (byte === 0x22) quoted = !quoted;
    if (byte !== 0x0a) return;
    line++;
    if (quoted) return;
    if (line <= headerLine + 1) headEnd = at + 1;
    else ends.push(at + 1);
    lines.push(line);
  });
  if (bytes.length > (ends.at(-1) ?? headEnd)) ends.push(bytes.length);
  const rows = ends.map((end, at) => withBreak(bytes.subarray(at === 0 ? headEnd : ends[at - 1]!, end)));
  return { head: bytes.subarray(0, headEnd), rows, lines: lines.slice(-1 - rows.length).slice(0, rows.length) };
}

function withBreak(row: Uint8Array): Uint8Array {
  return row.at(-1) === 0x0a ? row : Buffer.concat([row, Buffer.from('\n')]);
}

/** How a file is cut: where, how far the pieces overlap, which piece is given twice, and how they are named. */
export interface Cutting {
  readonly cuts: readonly number[];
  readonly overlap: number;
  readonly twice: boolean;
  readonly names: readonly number[];
}

/** Any cutting; without overlap where rows cannot be known again. */
export function cutting(overlaps: boolean): fc.Arbitrary<Cutting> {
  return fc.record({
    cuts: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
    overlap: overlaps ? fc.nat(3) : fc.constant(0),
    twice: overlaps ? fc.boolean() : fc.constant(false),
    names: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7, maxLength: 7 }),
  });
}

/** The pieces of a file, the header repeated in each; cut only before rows that `mayBegin`, by their places. */
export function piecesOf(
  name: string,
  { head, rows }: Records,
  { cuts, overlap, twice, names }: Cutting,
  mayBegin: (at: number) => boolean = () => true,
): readonly (readonly [string, Uint8Array])[] {
  const allowed = rows.flatMap((_, at) => (at > 0 && mayBegin(at) ? [at] : []));
  const chosen = allowed.length === 0 ? [] : cuts.map((cut) => allowed[cut % allowed.length]!);
  const starts = [0, ...[...new Set(chosen)].sort((one, other) => one - other)];
  const begins = [0, ...allowed];
  const pieces = starts.map((start, at) => {
    const from = begins[Math.max(0, begins.indexOf(start) - overlap)]!;
    return Buffer.concat([head, ...rows.slice(from, starts[at + 1] ?? rows.length)]);
  });
  if (twice) pieces.push(Buffer.concat([pieces[0]!, Buffer.from('\n')]));
  return pieces.map((piece, at) => [`${names[at]}-${name.replaceAll('/', '-')}`, piece] as const);
}
