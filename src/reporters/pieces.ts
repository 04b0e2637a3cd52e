const PIECE = 65_536;

/** The same text in fewer, larger pieces, so that a million rows are neither one string nor a million writes. */
export function* inPieces(texts: Iterable<string>): Generator<string> {
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
