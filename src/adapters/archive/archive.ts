import { CrmError } from '../../errors.js';
import type { PassedOver } from '../../model/imported.js';
import { askedOnce } from '../passwords.js';
import { unlockedWorkbook } from '../read/decrypt/unlock-workbook.js';
import { type GuardedZip, guardedZip, type ZipPart, zipLimits } from '../read/guard.js';
import { magicOf } from '../read/magic.js';
import { zipKind } from '../read/zip-kind.js';
import type { ByteSource } from '../sources.js';
import { archiveTables } from './archive-tables.js';
import { EncryptedEntries } from './encrypted-entries.js';
import { type OpenArchive, openEntry, type UnpackServices } from './open-entry.js';

/** Archives inside an archive are opened, those inside them are not. */
const DEPTH = 2;

/** What a file holds: itself, its content where it is protected, or the files of an archive. */
export interface Unpacked {
  readonly sources: readonly ByteSource[];
  readonly passedOver: readonly PassedOver[];
}

/**
 * The tables of an archive, each a source named `archive.zip/folder/orders.csv`; a workbook with a password is unlocked,
 * any other file is itself. Nothing is written to any disk, so names only name. A file that cannot be unpacked is named with the reason, and refuses the
 * archive only if no other can. An archive and those inside it share one allowance of files and bytes.
 */
export async function unpackedSources(source: ByteSource, services: UnpackServices): Promise<Unpacked> {
  const allowance = { entries: zipLimits.entries, bytes: zipLimits.totalBytes };
  const found = await opened(source, { services, group: source.group ?? source.path, allowance, depth: 1 });
  const [first] = found.passedOver;
  if (found.sources.length === 0 && first !== undefined) throw first.error;
  return found;
}

interface Opening {
  readonly services: UnpackServices;
  readonly group: string;
  readonly allowance: { entries: number; bytes: number };
  readonly depth: number;
}

async function opened(source: ByteSource, opening: Opening): Promise<Unpacked> {
  const itself = { sources: [source], passedOver: [] };
  const magic = source.size === 0 ? null : magicOf(await source.at(0, 64 * 1024));
  if (magic === 'ole') return { ...itself, sources: [await unlockedWorkbook(source, opening.services.passwords)] };
  if (magic !== 'zip') return itself;
  const zip = await guardedZip(source);
  if (zipKind([...zip.parts, ...zip.faults.map(({ entry }) => entry)]).kind !== 'archive') return itself;
  if (opening.depth > DEPTH) throw new CrmError('zip-depth', source.name, { limit: DEPTH });
  take(source.name, zip, opening.allowance);
  return filesOf(source, zip, opening);
}

function take(file: string, { parts, faults }: GuardedZip, allowance: Opening['allowance']): void {
  allowance.entries -= parts.length + faults.length;
  for (const { size } of parts) allowance.bytes -= size;
  if (allowance.entries < 0) {
    throw new CrmError('zip-entries', file, { count: zipLimits.entries - allowance.entries, limit: zipLimits.entries });
  }
  if (allowance.bytes < 0) throw new CrmError('zip-too-large', file, { limit: zipLimits.totalBytes / 1024 ** 3 });
}

async function filesOf(source: ByteSource, { parts, faults }: GuardedZip, opening: Opening): Promise<Unpacked> {
  const wanted = archiveTables(source.name, [...parts, ...faults.map(({ entry }) => entry)]);
  const archive: OpenArchive = { source, locked: new EncryptedEntries(source), group: opening.group };
  const services = { ...opening.services, passwords: askedOnce(opening.services.passwords) };
  const sources: ByteSource[] = [];
  const passedOver: PassedOver[] = [];
  for (const { entry, error } of faults) {
    // A damaged directory may have lost the very ending by which a table is known.
    if (wanted.has(entry) || error.code === 'zip-damaged')
      passedOver.push({ name: `${source.name}/${entry.name}`, group: opening.group, error });
  }
  for (const part of parts) {
    if (!wanted.has(part)) continue;
    const found = await fileOrReason(part, archive, { ...opening, services });
    sources.push(...found.sources);
    passedOver.push(...found.passedOver);
  }
  return { sources, passedOver };
}

/** A file of the archive, or what an archive inside it holds; what is refused is passed over. */
async function fileOrReason(part: ZipPart, archive: OpenArchive, opening: Opening): Promise<Unpacked> {
  try {
    const file = await openEntry(part, archive, opening.services);
    return await opened(file, { ...opening, depth: opening.depth + 1 });
  } catch (error) {
    if (!(error instanceof CrmError) || error.exit !== 3) throw error;
    const name = `${archive.source.name}/${part.name}`;
    return { sources: [], passedOver: [{ name, group: opening.group, error }] };
  }
}
