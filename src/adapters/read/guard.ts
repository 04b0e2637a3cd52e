import { CrmError } from '../../errors.js';
import type { ByteSource } from '../sources.js';
import { CloseBytes } from './close-bytes.js';
import { type ZipEntry, zipDirectory } from './zip-directory.js';

/** What an archive may be at most. Real workbooks and archives of exports stay far below. */
export const zipLimits = {
  entries: 10_000,
  /** All files together, unpacked: a full sheet of 1,048,576 orders with 70 columns has 2.5 GB. */
  totalBytes: 8 * 1024 ** 3,
  /** A file that unpacks to more than this may not unpack to more than `ratio` times its packed size. */
  ratioFrom: 16 * 1024 ** 2,
  ratio: 250,
} as const;

/** A file of an archive whose header agrees with the directory. */
export interface ZipPart extends ZipEntry {
  /** Where its data stands. */
  readonly dataStart: number;
}

/** An archive that may be unpacked. */
export interface GuardedZip {
  /** In the order of the directory. */
  readonly parts: readonly ZipPart[];
  /** Files that cannot be unpacked, and why; the others can. */
  readonly faults: readonly { readonly entry: ZipEntry; readonly error: CrmError }[];
}

/**
 * The directory of an archive, checked before anything is unpacked: number of files, sizes, ratio, overlaps, names
 * that occur twice (also but for case), names that lead out of the archive; and of each file that its own header agrees
 * with the directory and that its packing is known. Backslashes in names count as slashes; zip64 and data descriptors
 * are accepted; bytes before the first file are accepted only if all positions count them.
 */
export async function guardedZip(source: ByteSource): Promise<GuardedZip> {
  const known = guarded.get(source);
  if (known !== undefined) return known;
  const found = await guardedAnew(source);
  guarded.set(source, found);
  return found;
}

/** What was found before: an archive is looked at when inputs are opened, and when the workbook it may be is read. */
const guarded = new WeakMap<ByteSource, GuardedZip>();

async function guardedAnew(source: ByteSource): Promise<GuardedZip> {
  const bytes = new CloseBytes(source, 64 * 1024);
  const directory = await readable(source.name, bytes);
  const { entries } = directory;
  if (directory.count > zipLimits.entries) {
    throw new CrmError('zip-entries', source.name, { count: directory.count, limit: zipLimits.entries });
  }
  await checkEnd(source.name, bytes, directory.end);
  checkNames(source.name, entries);
  for (const entry of entries) checkRatio(source.name, entry);
  checkTotal(source.name, entries);
  const headers = new CloseBytes(source, 4 * 1024);
  const parts: ZipPart[] = [];
  const faults: { entry: ZipEntry; error: CrmError }[] = [];
  for (const entry of entries) {
    const part = await withData(source.name, headers, entry);
    if (part instanceof CrmError) faults.push({ entry, error: part });
    else parts.push(part);
  }
  checkOverlaps(source.name, parts);
  return { parts, faults };
}

/** The parts of a workbook: one that is faulty or protected makes it unusable as a whole. */
export async function guardedParts(source: ByteSource): Promise<readonly ZipPart[]> {
  const { parts, faults } = await guardedZip(source);
  const [first] = faults;
  if (first !== undefined) throw first.error;
  if (parts.some(({ encrypted }) => encrypted)) {
    throw new CrmError('password-unsupported', source.name, { scheme: 'ZIP' });
  }
  return parts;
}

async function readable(file: string, bytes: CloseBytes) {
  try {
    return await zipDirectory(bytes, zipLimits.entries);
  } catch (cause) {
    if (cause instanceof CrmError || !(cause instanceof Error)) throw cause;
    if (/strong encryption/.test(cause.message)) {
      throw new CrmError('password-unsupported', file, { scheme: 'PKWARE SES' }, { cause });
    }
    const cutOff = /End of central directory|Invalid comment length/.test(cause.message);
    throw new CrmError(cutOff ? 'zip-cut-off' : 'zip-directory', file, {}, { cause });
  }
}

/** After the directory stands its end record (or the zip64 one, or a signature): else entries are missing from it. */
async function checkEnd(file: string, bytes: CloseBytes, end: number): Promise<void> {
  const after = Buffer.from(await bytes.at(end, 4)).toString('latin1');
  if (!['PK\x05\x06', 'PK\x06\x06', 'PK\x05\x05'].includes(after)) {
    throw new CrmError('zip-directory', file);
  }
}

function checkNames(file: string, entries: readonly ZipEntry[]): void {
  const seen = new Set<string>();
  for (const { name } of entries) {
    const unsafe = /(?:^|\/)\.\.(?:\/|$)|^\/|^[a-z]:|\0/i.test(name);
    if (unsafe) throw new CrmError('zip-name', file, { part: name });
    const folded = name.toLowerCase();
    if (seen.has(folded)) throw new CrmError('zip-duplicate', file, { part: name });
    seen.add(folded);
  }
}

function checkRatio(file: string, entry: ZipEntry): void {
  if (entry.size > zipLimits.ratioFrom && entry.size > zipLimits.ratio * entry.compressedSize) {
    throw new CrmError('zip-ratio', file, { part: entry.name, limit: zipLimits.ratio });
  }
}

function checkTotal(file: string, entries: readonly ZipEntry[]): void {
  let total = 0;
  for (const { size } of entries) total += size;
  if (total > zipLimits.totalBytes) {
    throw new CrmError('zip-too-large', file, { limit: zipLimits.totalBytes / 1024 ** 3 });
  }
}

async function withData(file: string, bytes: CloseBytes, entry: ZipEntry): Promise<ZipPart | CrmError> {
  const packing = entry.aes === null ? entry.method : entry.aes.method;
  if (packing !== 0 && packing !== 8) {
    return new CrmError('zip-method', file, { part: entry.name, method: packing });
  }
  const header = Buffer.from(await bytes.at(entry.position, 30 + entry.rawName.length));
  const damaged = () => new CrmError('zip-damaged', file, { part: entry.name });
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) return damaged();
  const nameLength = header.readUInt16LE(26);
  if (header.readUInt16LE(8) !== entry.method || !header.subarray(30, 30 + nameLength).equals(entry.rawName)) {
    return damaged();
  }
  if (((header.readUInt16LE(6) & 1) === 1) !== entry.encrypted) return damaged();
  return { ...entry, dataStart: entry.position + 30 + nameLength + header.readUInt16LE(28) };
}

function checkOverlaps(file: string, parts: readonly ZipPart[]): void {
  const inOrder = [...parts].sort((a, b) => a.position - b.position);
  let end = 0;
  for (const part of inOrder) {
    if (part.position < end) throw new CrmError('zip-overlap', file, { part: part.name });
    end = part.dataStart + part.compressedSize;
  }
}
