import { createReadStream, openSync, readSync } from 'node:fs';
import { createInflateRaw } from 'node:zlib';
import type { Job } from './job.js';

const SHEET = 'xl/worksheets/sheet1.xml';
const ROW_END = '</row>';

/** The least any reader of a workbook must do: inflate its sheet, look once for the ends of rows. */
export const inflateOnce: Job = async (path) => {
  const { from, size } = sheetIn(path);
  const packed = createReadStream(path, { start: from, end: from + size - 1, highWaterMark: 1 << 18 });
  let rows = -1;
  let rest = Buffer.alloc(0);
  for await (const piece of packed.pipe(createInflateRaw({ chunkSize: 1 << 18 }))) {
    const xml = rest.length === 0 ? (piece as Buffer) : Buffer.concat([rest, piece as Buffer]);
    let at = 0;
    for (let end = xml.indexOf(ROW_END); end >= 0; end = xml.indexOf(ROW_END, at)) {
      rows++;
      at = end + ROW_END.length;
    }
    rest = Buffer.from(xml.subarray(at));
  }
  return { checksum: { rows } };
};

/** Where the packed sheet stands, by the local headers of the file (the benchmark's own files say all sizes there). */
function sheetIn(path: string): { readonly from: number; readonly size: number } {
  const descriptor = openSync(path, 'r');
  for (let at = 0; ; ) {
    const head = Buffer.alloc(64);
    readSync(descriptor, head, 0, head.length, at);
    if (head.readUInt32LE(0) !== 0x04034b50) throw new Error('no sheet');
    const from = at + 30 + head.readUInt16LE(26);
    const size = head.readUInt32LE(18);
    if (head.toString('latin1', 30, 30 + SHEET.length) === SHEET) return { from, size };
    at = from + size;
  }
}
