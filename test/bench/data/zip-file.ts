import { crc32, deflateRawSync } from 'node:zlib';
import type { PieceWriter } from './piece-writer.js';

interface Entry {
  readonly name: Buffer;
  readonly at: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** Text of a part, in pieces. */
export type Part = Iterable<string>;

/**
 * Writes parts into a zip. Each piece is compressed by itself and ends on a byte (an empty stored block), so that pieces
 * follow each other in one deflate stream: no piece waits for another and none is kept.
 */
export class ZipFile {
  private readonly entries: Entry[] = [];

  constructor(private readonly file: PieceWriter) {}

  part(name: string, part: Part): void {
    const at = this.file.size;
    const label = Buffer.from(name);
    this.file.write(localHeader(label, 0, 0, 0));
    let [crc, packed, size] = [0, 0, 0];
    for (const text of part) {
      const bytes = Buffer.from(text);
      const piece = deflateRawSync(bytes, { level: 6, finishFlush: FULL_FLUSH });
      crc = crc32(bytes, crc);
      size += bytes.length;
      packed += piece.length;
      this.file.write(piece);
    }
    this.file.write(END_OF_STREAM);
    packed += END_OF_STREAM.length;
    this.file.patch(localHeader(label, crc, packed, size), at);
    this.entries.push({ name: label, at, crc, packed, size });
  }

  close(): void {
    const at = this.file.size;
    for (const entry of this.entries) this.file.write(directoryEntry(entry));
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.entries.length, 8);
    end.writeUInt16LE(this.entries.length, 10);
    end.writeUInt32LE(this.file.size - at, 12);
    end.writeUInt32LE(at, 16);
    this.file.write(end);
    this.file.close();
  }
}

/** Z_FULL_FLUSH. */
const FULL_FLUSH = 3;
/** An empty last block. */
const END_OF_STREAM = Buffer.from([3, 0]);

function localHeader(name: Buffer, crc: number, packed: number, size: number): Buffer {
  const fixed = Buffer.alloc(30);
  fixed.writeUInt32LE(0x04034b50, 0);
  fixed.writeUInt16LE(20, 4);
  fixed.writeUInt16LE(8, 8);
  fixed.writeUInt16LE(33, 12);
  fixed.writeUInt32LE(crc, 14);
  fixed.writeUInt32LE(packed, 18);
  fixed.writeUInt32LE(size, 22);
  fixed.writeUInt16LE(name.length, 26);
  return Buffer.concat([fixed, name]);
}

function directoryEntry({ name, at, crc, packed, size }: Entry): Buffer {
  const fixed = Buffer.alloc(46);
  fixed.writeUInt32LE(0x02014b50, 0);
  fixed.writeUInt16LE(20, 4);
  fixed.writeUInt16LE(20, 6);
  fixed.writeUInt16LE(8, 10);
  fixed.writeUInt16LE(33, 14);
  fixed.writeUInt32LE(crc, 16);
  fixed.writeUInt32LE(packed, 20);
  fixed.writeUInt32LE(size, 24);
  fixed.writeUInt16LE(name.length, 28);
  fixed.writeUInt32LE(at, 42);
  return Buffer.concat([fixed, name]);
}
