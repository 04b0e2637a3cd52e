import { CrmError } from '../../errors.js';
import type { ByteSource } from '../sources.js';

const LAST_SECTOR = 0xfffffffa;
/** A directory of real files has a few entries; this many sectors are looked at, at most. */
const SECTORS = 256;

/**
 * Names of the streams in an OLE container (Workbook, EncryptedPackage …): its directory alone, followed through the
 * allocation table. [MS-CFB] 2.2 to 2.6. A bare BIFF stream without container counts as one stream `Book`.
 */
export async function oleStreams(source: ByteSource): Promise<readonly string[]> {
  const header = Buffer.from(await source.at(0, 512));
  if (header[0] === 0x09) return ['Book'];
  if (header.length < 512) throw new CrmError('workbook-damaged', source.name);
  const shift = header.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) throw new CrmError('workbook-damaged', source.name);
  const sectorSize = 1 << shift;
  const names: string[] = [];
  let sector = header.readUInt32LE(48);
  for (let step = 0; step < SECTORS && sector < LAST_SECTOR; step += 1) {
    const bytes = Buffer.from(await source.at((sector + 1) * sectorSize, sectorSize));
    names.push(...namesIn(bytes));
    sector = await nextSector(source, header, sector, sectorSize);
  }
  return names;
}

function namesIn(sector: Buffer): string[] {
  const names: string[] = [];
  for (let at = 0; at + 128 <= sector.length; at += 128) {
    const length = sector.readUInt16LE(at + 64);
    if (length >= 2 && length <= 64) names.push(sector.toString('utf16le', at, at + length - 2));
  }
  return names;
}

/** The sector after this one; the first 109 sectors of the allocation table are listed in the header. */
async function nextSector(source: ByteSource, header: Buffer, sector: number, sectorSize: number): Promise<number> {
  const perSector = sectorSize / 4;
  const table = Math.floor(sector / perSector);
  if (table >= 109) return LAST_SECTOR;
  const tableSector = header.readUInt32LE(76 + 4 * table);
  if (tableSector >= LAST_SECTOR) return LAST_SECTOR;
  const entry = await source.at((tableSector + 1) * sectorSize + 4 * (sector % perSector), 4);
  return entry.length < 4 ? LAST_SECTOR : Buffer.from(entry).readUInt32LE(0);
}
