import { CrmError } from '../../errors.js';
import { unlocked } from '../passwords.js';
import type { ZipPart } from '../read/guard.js';
import { unpacked } from '../read/inflate.js';
import { magicOf } from '../read/magic.js';
import type { ByteSource, Passwords } from '../sources.js';
import type { EncryptedEntries } from './encrypted-entries.js';
import { type EntryContent, entrySource } from './entry-source.js';
import { HELD_BYTES, type HeldFiles } from './held-files.js';

/** What unpacking needs beside the archive. */
export interface UnpackServices {
  readonly passwords: Passwords;
  /** Shared by all archives of a run. */
  readonly held: HeldFiles;
  /** The SHA-256 of each file is wanted in the answer. */
  readonly hashed?: boolean;
}

/** An archive whose files are being opened. */
export interface OpenArchive {
  readonly source: ByteSource;
  readonly locked: EncryptedEntries;
  readonly group: string;
}

/** A file of an archive as a source. A workbook must fit into memory, for it is read from its end first. */
export async function openEntry(part: ZipPart, archive: OpenArchive, services: UnpackServices): Promise<ByteSource> {
  const { source, group } = archive;
  if (part.isLink) throw new CrmError('zip-link', source.name, { part: part.name });
  const about = { name: `${source.name}/${part.name}`, path: source.path, group, size: part.size };
  const file = part.encrypted
    ? await openLocked(part, archive, about, services)
    : await entrySource({ ...about, direct: directAt(part, source), unpacked: () => unpacked(source, part) }, services);
  const magic = part.size > HELD_BYTES && !isDirect(part) ? magicOf(await file.at(0, 64 * 1024)) : 'text';
  if (magic === 'zip' || magic === 'ole') {
    throw new CrmError('zip-workbook-too-large', file.name, { limit: HELD_BYTES / 1024 ** 2 });
  }
  return file;
}

function isDirect(part: ZipPart): boolean {
  return part.method === 0 && !part.encrypted;
}

/** Reads a stored file where it stands. */
function directAt(part: ZipPart, source: ByteSource): EntryContent['direct'] {
  if (!isDirect(part)) return null;
  return (position, length) =>
    source.at(part.dataStart + position, Math.max(0, Math.min(length, part.size - position)));
}

/**
 * Unlocks a file. A password counts as right once the whole file agrees with its checksum: ZipCrypto lets one wrong
 * password in 256 pass until then.
 */
async function openLocked(
  part: ZipPart,
  { source, locked }: OpenArchive,
  about: Omit<EntryContent, 'direct' | 'unpacked'>,
  services: UnpackServices,
): Promise<ByteSource> {
  let doubtful = false;
  const attempt = async (password: string) => {
    for (const key of await locked.keysFor(part, password)) {
      try {
        return await entrySource({ ...about, direct: null, unpacked: () => locked.unpacked(part, key) }, services);
      } catch (error) {
        if (part.aes !== null || !(error instanceof CrmError) || error.code !== 'zip-damaged') throw error;
        doubtful = true;
      }
    }
    return null;
  };
  try {
    return await unlocked(source.name, services.passwords, attempt);
  } catch (error) {
    if (!doubtful || !(error instanceof CrmError) || error.code !== 'password-wrong') throw error;
    throw new CrmError('password-doubtful', source.name, { part: part.name }, { cause: error });
  }
}
