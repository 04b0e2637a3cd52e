import type { ChildRequest, ChildResult } from '../../sources.js';

/** Pieces of a child's output that may wait to be read before the child has to. */
const WAITING = 32;

/** Whoever read has enough. */
class Abandoned extends Error {}

/**
 * The lines of a child's output as they come, and last how it ended. A child that writes faster than it is read is made
 * to wait, so that memory is bounded; one that nobody reads any more is stopped.
 */
export async function* childLines(
  run: (onOutput: ChildRequest['onOutput']) => Promise<ChildResult>,
): AsyncGenerator<string | ChildResult> {
  const pieces: Uint8Array[] = [];
  let wake = () => {};
  let goOn: { resolve: () => void; reject: (error: Error) => void } | null = null;
  let abandoned = false;
  let ending: { readonly result: ChildResult } | { readonly error: unknown } | null = null;
  run((piece) => {
    if (abandoned) throw new Abandoned();
    pieces.push(piece);
    wake();
    if (pieces.length < WAITING) return undefined;
    return new Promise<void>((resolve, reject) => {
      goOn = { resolve, reject };
    });
  })
    .then(
      (result) => ({ result }),
      (error: unknown) => ({ error }),
    )
    .then((end) => {
      ending = end;
      wake();
    });
  const next = async (): Promise<Uint8Array | null> => {
    while (pieces.length === 0 && ending === null) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const piece = pieces.shift() ?? null;
    if (pieces.length === 0) goOn?.resolve();
    return piece;
  };
  try {
    const decoder = new TextDecoder();
    let rest = '';
    for (let piece = await next(); piece !== null; piece = await next()) {
      const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    yield resultOf(ending);
  } finally {
    abandoned = true;
    (goOn as { reject: (error: Error) => void } | null)?.reject(new Abandoned());
  }
}

function resultOf(ending: { readonly result: ChildResult } | { readonly error: unknown } | null): ChildResult {
  if (ending !== null && 'result' in ending) return ending.result;
  throw ending?.error;
}
