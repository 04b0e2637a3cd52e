import { createReadStream } from 'node:fs';
import { Transform } from 'node:stream';
import { parse } from 'csv-parse';
import { Columns } from './columns.js';
import type { Job } from './job.js';

const pieces = { highWaterMark: 1 << 18 };

/** csv-parse as a stream, which takes UTF-8 as bytes; the needed columns kept. */
export const csvParseUtf8: Job = (path) => columnsOf(createReadStream(path, pieces));

/** The same after decoding GB18030. */
export const csvParseGbk: Job = (path) => {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const decoded = new Transform({
    ...{ readableObjectMode: true, readableHighWaterMark: 4 },
    transform: (piece: Buffer, _, done) => done(null, decoder.decode(piece, { stream: true })),
    flush: (done) => done(null, decoder.decode()),
  });
  return columnsOf(createReadStream(path, pieces).pipe(decoded));
};

function columnsOf(bytes: NodeJS.ReadableStream): ReturnType<Job> {
  const columns = new Columns();
  const records = bytes.pipe(parse({ relax_quotes: true, from: 2 }));
  return new Promise((resolve, reject) => {
    records.on('data', (record: string[]) => columns.row(record));
    records.once('error', reject);
    records.once('end', () => resolve({ checksum: columns.checksum() }));
  });
}
