import { Buffer } from 'node:buffer';
import { CrmError } from '../../errors.js';
import type { ByteSource } from '../sources.js';
import type { ZipPart } from './guard.js';
import { unpacked } from './inflate.js';
import { doctypeSearch } from './xml-guard.js';

/** Unpacks every part once, checks it and forgets it again: sizes, checksums, no DOCTYPE. */
export async function checkParts(source: ByteSource, parts: readonly ZipPart[]): Promise<void> {
  for (const part of parts) {
    const holdsDoctype = /\.(?:xml|rels)$/i.test(part.name) ? doctypeSearch() : () => false;
    for await (const piece of unpacked(source, part)) {
      if (holdsDoctype(piece)) throw new CrmError('zip-doctype', source.name, { part: part.name });
    }
  }
}

/**
 * The checked parts as a plain archive of stored files: what the workbook library reads then is what was checked,
 * byte for byte, and it never unpacks anything itself (on damaged data it would not come back).
 */
export async function* repacked(source: ByteSource, parts: readonly ZipPart[]): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let position = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name, 'latin1');
    const header = localHeader(part, name);
    directory.push(directoryEntry(header, name, position));
    yield Buffer.concat([header, name]);
    yield* unpacked(source, part);
    position += header.length + name.length + part.size;
  }
  yield Buffer.concat([...directory, endRecord(directory, position)]);
}

function localHeader(part: ZipPart, name: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt32LE(part.crc32, 14);
  header.writeUInt32LE(part.size, 18);
  header.writeUInt32LE(part.size, 22);
  header.writeUInt16LE(name.length, 26);
  return header;
}

function directoryEntry(local: Buffer, name: Buffer, position: number): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(20, 4);
  local.copy(entry, 6, 4, 30);
  entry.writeUInt32LE(position, 42);
  return Buffer.concat([entry, name]);
}

function endRecord(directory: readonly Buffer[], position: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(position, 16);
  return end;
}
