import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { Columns } from './columns.js';
import type { Job } from './job.js';

function reading(encoding: string): Job {
  return async (path) => {
    const columns = new Columns();
    const decoder = new TextDecoderStream(encoding, { fatal: true });
    const text = Readable.toWeb(createReadStream(path, { highWaterMark: 1 << 18 })).pipeThrough(decoder as never);
    const records = Readable.fromWeb(text as never).pipe(parse({ relax_quotes: true, from: 2 }));
    for await (const record of records) columns.row(record as string[]);
    return { checksum: columns.checksum() };
  };
}

/** csv-parse as a stream, the needed columns kept. */
export const csvParseUtf8 = reading('utf-8');

/** The same after decoding GB18030. */
export const csvParseGbk = reading('gb18030');
