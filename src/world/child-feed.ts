import { once } from 'node:events';
import type { Writable } from 'node:stream';

/**
 * Writes all pieces into a child's standard input, no faster than it takes them. A child that ends without reading
 * everything is no failure here: how it ended is told by its exit code.
 */
export async function feed(into: Writable, input: AsyncIterable<Uint8Array>): Promise<void> {
  const gone = new AbortController();
  into.on('error', () => gone.abort());
  into.on('close', () => gone.abort());
  for await (const piece of input) {
    if (gone.signal.aborted) return;
    if (!into.write(piece)) await once(into, 'drain', { signal: gone.signal }).catch(() => undefined);
  }
  into.end();
}
