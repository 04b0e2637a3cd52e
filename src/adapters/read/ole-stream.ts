import type { ByteSource } from '../sources.js';
import { chainOf, damagedContainer, type OleContainer, openContainer, sectorsOf, wholeChain } from './ole-container.js';

const MINI_SECTOR = 64;
const ENTRY = 128;
const ROOT = 5;

/** A stream of an OLE container. */
export interface OleStream {
  readonly size: number;
  /** Some bytes at a position, fewer at the end. */
  read(position: number, length: number): Promise<Buffer>;
}

interface DirectoryEntry {
  readonly name: string;
  readonly kind: number;
  readonly start: number;
  readonly size: number;
}

/**
 * Streams of an OLE container by name (case does not matter), null where there is none; read where they stand, so that
 * a big one takes no memory. [MS-CFB] 2.6. A container whose chains do not hold what they promise is damaged.
 */
export async function oleStreamsNamed(
  source: ByteSource,
  names: readonly string[],
): Promise<readonly (OleStream | null)[]> {
  const container = await openContainer(source);
  const { header, sectorSize } = container;
  const entries = entriesIn(await wholeChain(container, header.readUInt32LE(48)), sectorSize === 4096);
  const mini: MiniStreams = {
    cutoff: header.readUInt32LE(56),
    start: header.readUInt32LE(60),
    root: entries.find(({ kind }) => kind === ROOT),
  };
  const found = names.map((name) => entries.find((entry) => entry.name.toLowerCase() === name.toLowerCase()));
  return Promise.all(found.map((entry) => (entry === undefined ? null : streamOf(container, entry, mini))));
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

async function streamOf(container: OleContainer, entry: DirectoryEntry, mini: MiniStreams): Promise<OleStream> {
  if (entry.size >= mini.cutoff) return chainStream(container, entry.start, entry.size);
  if (mini.root === undefined) throw damagedContainer(container.source);
  const root = chainStream(container, mini.root.start, mini.root.size);
  const bytes = await wholeChain(container, mini.start);
  const table = Uint32Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUInt32LE(4 * at));
  const parts: Buffer[] = [];
  for (const sector of chainOf(container.source, table, entry.start, Math.ceil(entry.size / MINI_SECTOR))) {
    parts.push(await root.read(sector * MINI_SECTOR, MINI_SECTOR));
  }
  const content = Buffer.concat(parts).subarray(0, entry.size);
  if (content.length < entry.size) throw damagedContainer(container.source);
  return { size: entry.size, read: async (position, length) => content.subarray(position, position + length) };
}

function chainStream(container: OleContainer, start: number, size: number): OleStream {
  const { source, sectorSize, table } = container;
  const chain = chainOf(source, table, start, Math.ceil(size / sectorSize));
  return {
    size,
    read: async (position, length) => {
      const end = Math.min(position + length, size);
      if (end <= position) return Buffer.alloc(0);
      const first = Math.floor(position / sectorSize);
      const bytes = await sectorsOf(container, chain.subarray(first, Math.ceil(end / sectorSize)));
      const from = position - first * sectorSize;
      if (bytes.length < from + end - position) throw damagedContainer(source);
      return bytes.subarray(from, from + end - position);
    },
  };
}
