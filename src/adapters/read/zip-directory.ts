import yauzl from 'yauzl';
import type { ByteSource } from '../sources.js';
import { zipName } from './zip-name.js';

/** One file of an archive as its directory states it. */
export interface ZipEntry {
  /** Decoded, backslashes turned to slashes; of a folder it ends with one. */
  readonly name: string;
  readonly rawName: Uint8Array;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated, 99 encrypted with AES. */
  readonly method: number;
  /** Of an entry encrypted with AES: how it was packed before, and whether its checksum was kept (version 1). */
  readonly aes: { readonly version: number; readonly method: number } | null;
  /** Stands for another file, as links of Unix do. */
  readonly isLink: boolean;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where its local header stands. */
  readonly position: number;
}

/** What the archive's directory lists, and where the directory ends. */
export interface ZipDirectory {
  readonly count: number;
  readonly entries: readonly ZipEntry[];
  /** Position after the last entry of the directory. */
  readonly end: number;
}

/**
 * Reads the directory of an archive through yauzl, in small steps. At most `limit` entries are read; `count` is what
 * the archive declares. Throws yauzl's own errors.
 */
export async function zipDirectory(source: Pick<ByteSource, 'at' | 'size'>, limit: number): Promise<ZipDirectory> {
  const zip = await opened(source);
  const entries: ZipEntry[] = [];
  if (zip.entryCount > limit) return { count: zip.entryCount, entries, end: 0 };
  for await (const entry of zip.eachEntry()) entries.push(plain(entry));
  return { count: zip.entryCount, entries, end: Number(zip.readEntryCursor) };
}

function plain(entry: yauzl.Entry): ZipEntry {
  const { fileNameRaw: raw, extraFields: extra } = entry;
  return {
    name: zipName({ raw, extra, utf8: (entry.generalPurposeBitFlag & 0x800) !== 0 }),
    rawName: raw,
    encrypted: entry.isEncrypted(),
    method: entry.compressionMethod,
    aes: aesOf(entry),
    isLink: entry.versionMadeBy >>> 8 === UNIX && ((entry.externalFileAttributes >>> 16) & 0xf000) === LINK,
    crc32: entry.crc32,
    compressedSize: entry.compressedSize,
    size: entry.uncompressedSize,
    position: entry.relativeOffsetOfLocalHeader,
  };
}

const UNIX = 3;
const LINK = 0xa000;
const AES = 99;

/** The field 0x9901: version, maker, strength, method. WinZip's AE-1 and AE-2. */
function aesOf({ compressionMethod, extraFields }: yauzl.Entry): ZipEntry['aes'] {
  if (compressionMethod !== AES) return null;
  const field = extraFields.find(({ id }) => id === 0x9901)?.data;
  if (field === undefined || field.length < 7) return null;
  return { version: field.readUInt16LE(0), method: field.readUInt16LE(5) };
}

function opened(source: Pick<ByteSource, 'at' | 'size'>): Promise<yauzl.ZipFile> {
  const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true, autoClose: false };
  return new Promise((resolve, reject) => {
    yauzl.fromRandomAccessReader(new SourceReader(source), source.size, options, (error, zip) => {
      if (error === null || error === undefined) resolve(zip);
      else reject(error);
    });
  });
}

/** Lets yauzl read from a byte source. */
class SourceReader extends yauzl.RandomAccessReader {
  constructor(private readonly source: Pick<ByteSource, 'at'>) {
    super();
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.source.at(position, length).then(
      (bytes) => {
        buffer.set(bytes, offset);
        callback(bytes.length < length ? new Error('unexpected end of file') : null);
      },
      (error: Error) => callback(error),
    );
  }
}
