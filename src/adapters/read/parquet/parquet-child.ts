import { once } from 'node:events';
import { answerParquet } from './answer-parquet.js';

/**
 * The entry point of the child process: reads a Parquet file from standard input and writes its names and rows to
 * standard output, nothing else. Arguments: the file's size in bytes, how many rows ('' = all), the columns as JSON ('' =
 * all). It runs under a heap, memory and time limit.
 */
console.log = console.error;

const [size = '', limit = '', columns = ''] = process.argv.slice(2);
const bytes = new Uint8Array(Number(size));
let filled = 0;
for await (const piece of process.stdin) {
  const part = piece as Uint8Array;
  bytes.set(part.subarray(0, bytes.length - filled), filled);
  filled += part.length;
}
const wanted = {
  limit: limit === '' ? null : Number(limit),
  columns: columns === '' ? null : (JSON.parse(columns) as number[]),
};
await answerParquet(bytes.subarray(0, filled), wanted, async (text) => {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}).catch((error: unknown) => {
  console.error(error instanceof Error ? error.stack : error);
  process.exitCode = 1;
});
