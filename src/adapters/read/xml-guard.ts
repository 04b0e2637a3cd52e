const words = ['<!DOCTYPE', '<!ENTITY'];
const patterns = words.flatMap((word) => [
  Buffer.from(word, 'latin1'),
  Buffer.from(word, 'utf16le'),
  Buffer.from(word, 'utf16le').swap16(),
]);
const LONGEST = Math.max(...patterns.map(({ length }) => length));

/**
 * Looks through the pieces of an XML part for a DOCTYPE or an ENTITY, in UTF-8 and UTF-16. No table needs one; with
 * one, a small file can grow without end or reach for other files. `until`: where the content begins, behind which
 * there is none; a piece that holds it is searched no further.
 */
export function doctypeSearch(until = ''): (piece: Uint8Array) => boolean {
  const content = Buffer.from(until, 'latin1');
  let tail = Buffer.alloc(0);
  return (piece) => {
    const end = until === '' ? -1 : Buffer.from(piece.buffer, piece.byteOffset, piece.length).indexOf(content);
    const bytes = Buffer.concat([tail, end < 0 ? piece : piece.subarray(0, end)]);
    tail = bytes.subarray(Math.max(0, bytes.length - LONGEST + 1));
    return patterns.some((pattern) => bytes.includes(pattern));
  };
}
