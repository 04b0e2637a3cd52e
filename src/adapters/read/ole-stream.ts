import { CrmError } from '../../errors.js';
import type { ByteSource } from '../sources.js';

const LAST_SECTOR = 0xfffffffa;
const HEADER_TABLES = 109;
const MINI_SECTOR = 64;
const ENTRY = 128;

/** A stream of an OLE container. */
export interface OleStream {
  readonly size: number;
  /** Some bytes at a position, fewer at the end. */
  read(position: number, length: number): Promise<Buffer>;
}

interface Container {
  readonly source: ByteSource;
  readonly sectorSize: number;
  /** The allocation table: after each sector, the next of its chain. */
  readonly table: Uint32Array;
}

interface DirectoryEntry {
  readonly name: string;
  readonly kind: number;
  readonly start: number;
  readonly size: number;
}

const ROOT = 5;

/**
 * Streams of an OLE container by name (case does not matter), null where there is none; read where they stand, so that
 * a big one takes no memory. [MS-CFB] 2.2 to 2.6. A container whose chains do not hold what they promise is damaged.
 */
export async function oleStreamsNamed(
  source: ByteSource,
  names: readonly string[],
): Promise<readonly (OleStream | null)[]> {
  const header = Buffer.from(await source.at(0, 512));
  const shift = header.length < 512 ? 0 : header.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) throw damaged(source);
  const container = { source, sectorSize: 1 << shift, table: await allocationTable(source, header, 1 << shift) };
  const directory = await wholeChain(container, header.readUInt32LE(48));
  const entries = entriesIn(directory, shift === 12);
  const cutoff = header.readUInt32LE(56);
  const mini = { cutoff, start: header.readUInt32LE(60), root: entries.find(({ kind }) => kind === ROOT) };
  const found = names.map((name) => entries.find((entry) => entry.name.toLowerCase() === name.toLowerCase()));
  return Promise.all(found.map((entry) => (entry === undefined ? null : streamOf(container, entry, mini))));
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

function entriesIn(directory: Buffer, wide: boolean): readonly DirectoryEntry[] {
  const entries: DirectoryEntry[] = [];
  for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
    const length = directory.readUInt16LE(at + 64);
    if (length < 2 || length > 64) continue;
    const high = wide ? directory.readUInt32LE(at + 124) : 0;
    entries.push({
      name: directory.toString('utf16le', at, at + length - 2),
      kind: directory[at + 66]!,
      start: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120) + high * 2 ** 32,
    });
  }
  return entries;
}

interface MiniStreams {
  /** Streams shorter than this stand in the root's stream, in small sectors. */
  readonly cutoff: number;
  readonly start: number;
  readonly root: DirectoryEntry | undefined;
}

async function streamOf(container: Container, entry: DirectoryEntry, mini: MiniStreams): Promise<OleStream> {
  if (entry.size >= mini.cutoff) return chainStream(container, entry.start, entry.size);
  if (mini.root === undefined) throw damaged(container.source);
  const root = chainStream(container, mini.root.start, mini.root.size);
  const bytes = await wholeChain(container, mini.start);
  const table = Uint32Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUInt32LE(4 * at));
  const parts: Buffer[] = [];
  for (const sector of chainOf(container.source, table, entry.start, Math.ceil(entry.size / MINI_SECTOR))) {
    parts.push(await root.read(sector * MINI_SECTOR, MINI_SECTOR));
  }
  const content = Buffer.concat(parts).subarray(0, entry.size);
  if (content.length < entry.size) throw damaged(container.source);
  return { size: entry.size, read: async (position, length) => content.subarray(position, position + length) };
}

function chainStream(container: Container, start: number, size: number): OleStream {
  const { source, sectorSize, table } = container;
  const chain = chainOf(source, table, start, Math.ceil(size / sectorSize));
  return {
    size,
    read: async (position, length) => {
      const end = Math.min(position + length, size);
      if (end <= position) return Buffer.alloc(0);
      const first = Math.floor(position / sectorSize);
      const bytes = await runsOf(container, chain.subarray(first, Math.ceil(end / sectorSize)));
      const from = position - first * sectorSize;
      if (bytes.length < from + end - position) throw damaged(source);
      return bytes.subarray(from, from + end - position);
    },
  };
}

/** The sectors of a chain, exactly so many. One that ends before, or turns in circles, is damaged. */
function chainOf(source: ByteSource, table: Uint32Array, start: number, count: number): Uint32Array {
  if (count > table.length) throw damaged(source);
  const chain = new Uint32Array(count);
  let sector = start;
  for (let at = 0; at < count; at += 1) {
    if (sector >= table.length) throw damaged(source);
    chain[at] = sector;
    sector = table[sector]!;
  }
  return chain;
}

/** All sectors of a chain up to its end. */
function wholeChain(container: Container, start: number): Promise<Buffer> {
  const { table } = container;
  const chain: number[] = [];
  for (let sector = start; sector < table.length && chain.length <= table.length; sector = table[sector]!) {
    chain.push(sector);
  }
  return runsOf(container, Uint32Array.from(chain));
}

/** Reads sectors, those that stand one after another at once. */
async function runsOf({ source, sectorSize }: Container, chain: Uint32Array): Promise<Buffer> {
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
  if (bytes.length <= (count - 1) * sectorSize) throw damaged(source);
  return Buffer.concat([bytes, Buffer.alloc(count * sectorSize - bytes.length)]);
}

function damaged(source: ByteSource): CrmError {
  return new CrmError('workbook-damaged', source.name);
}
