const words = ['<!DOCTYPE', '<!ENTITY'];
const patterns = words.flatMap((word) => [
  Buffer.from(word, 'latin1'),
  Buffer.from(word, 'utf16le'),
  Buffer.from(word, 'utf16le').swap16(),
]);
const LONGEST = Math.max(...patterns.map(({ length }) => length));

/**
 * Looks through the pieces of an XML part for a DOCTYPE or an ENTITY, in UTF-8 and UTF-16. No table needs one; with
 * one, a small file can grow without end or reach for other files.
 */
export function doctypeSearch(): (piece: Uint8Array) => boolean {
  let tail = Buffer.alloc(0);
  return (piece) => {
    const bytes = Buffer.concat([tail, piece]);
    tail = bytes.subarray(Math.max(0, bytes.length - LONGEST + 1));
    return patterns.some((pattern) => bytes.includes(pattern));
  };
}
