import { CrmError } from '../../errors.js';
import type { ByteSource } from '../sources.js';

const LAST_SECTOR = 0xfffffffa;
const HEADER_TABLES = 109;

/** An OLE container: sectors, and a table that chains them. [MS-CFB] 2.2 to 2.5. */
export interface OleContainer {
  readonly source: ByteSource;
  readonly header: Buffer;
  readonly sectorSize: number;
  /** The allocation table: after each sector, the next of its chain. */
  readonly table: Uint32Array;
}

/** Reads the header and the allocation table. */
export async function openContainer(source: ByteSource): Promise<OleContainer> {
  const header = Buffer.from(await source.at(0, 512));
  const shift = header.length < 512 ? 0 : header.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) throw damagedContainer(source);
  const sectorSize = 1 << shift;
  return { source, header, sectorSize, table: await allocationTable(source, header, sectorSize) };
}

/** Where the table's own sectors stand: the first in the header, the others in a chain of lists. */
async function allocationTable(source: ByteSource, header: Buffer, sectorSize: number): Promise<Uint32Array> {
  const perSector = sectorSize / 4;
  const most = Math.ceil(source.size / sectorSize / perSector) + 1;
  const places: number[] = [];
  for (let at = 0; at < HEADER_TABLES; at += 1) places.push(header.readUInt32LE(76 + 4 * at));
  let list = header.readUInt32LE(68);
  while (list < LAST_SECTOR && places.length <= most + HEADER_TABLES) {
    const sector = await sectorsAt(source, sectorSize, list, 1);
    for (let at = 0; at < perSector - 1; at += 1) places.push(sector.readUInt32LE(4 * at));
    list = sector.readUInt32LE(sectorSize - 4);
  }
  const used = places.filter((place) => place < LAST_SECTOR).slice(0, most);
  const table = new Uint32Array(used.length * perSector);
  for (const [index, place] of used.entries()) {
    const sector = await sectorsAt(source, sectorSize, place, 1);
    for (let at = 0; at < perSector; at += 1) table[index * perSector + at] = sector.readUInt32LE(4 * at);
  }
  return table;
}

/** The sectors of a chain, exactly so many. One that ends before, or turns in circles, is damaged. */
export function chainOf(source: ByteSource, table: Uint32Array, start: number, count: number): Uint32Array {
  if (count > table.length) throw damagedContainer(source);
  const chain = new Uint32Array(count);
  let sector = start;
  for (let at = 0; at < count; at += 1) {
    if (sector >= table.length) throw damagedContainer(source);
    chain[at] = sector;
    sector = table[sector]!;
  }
  return chain;
}

/** All sectors of a chain up to its end. */
export function wholeChain(container: OleContainer, start: number): Promise<Buffer> {
  const { table } = container;
  const chain: number[] = [];
  for (let sector = start; sector < table.length && chain.length <= table.length; sector = table[sector]!) {
    chain.push(sector);
  }
  return sectorsOf(container, Uint32Array.from(chain));
}

/** Reads sectors, those that stand one after another at once. */
export async function sectorsOf({ source, sectorSize }: OleContainer, chain: Uint32Array): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (let at = 0; at < chain.length; ) {
    let count = 1;
    while (at + count < chain.length && chain[at + count] === chain[at]! + count) count += 1;
    parts.push(await sectorsAt(source, sectorSize, chain[at]!, count));
    at += count;
  }
  return Buffer.concat(parts);
}

/** The last sector of a file may be short: what is missing is zero. */
async function sectorsAt(source: ByteSource, sectorSize: number, sector: number, count: number): Promise<Buffer> {
  const bytes = Buffer.from(await source.at((sector + 1) * sectorSize, count * sectorSize));
  if (bytes.length === count * sectorSize) return bytes;
  if (bytes.length <= (count - 1) * sectorSize) throw damagedContainer(source);
  return Buffer.concat([bytes, Buffer.alloc(count * sectorSize - bytes.length)]);
}

/** The refusal of a container whose chains do not hold what they promise. */
export function damagedContainer(source: ByteSource): CrmError {
  return new CrmError('workbook-damaged', source.name);
}
