import { CELL_BYTES, frame } from './frames.js';

/** A sheet inside the frames of a workbook. */
export interface FrameSheet {
  readonly name: string;
  /** Its ROW (and TEXT) frames. */
  readonly from: number;
  readonly to: number;
  readonly blank: number;
}

/** All that a child sent, found and counted; null where a frame, the final count or any cell is missing. */
export interface FrameIndex {
  readonly sheets: readonly FrameSheet[];
  /** Start and end of each string in turn. */
  readonly strings: readonly number[];
  /** The child's own reason for giving up, as JSON. */
  readonly refusal: string | null;
}

interface Walk {
  at: number;
  readonly sheets: FrameSheet[];
  readonly strings: number[];
  open: { name: string; from: number } | null;
  rows: number;
  cells: number;
  allRows: number;
  allCells: number;
}

/** Walks all frames once and compares the counts at the end of each sheet and of the book. */
export function indexFrames(bytes: Buffer): FrameIndex | null {
  const walk: Walk = { at: 0, sheets: [], strings: [], open: null, rows: 0, cells: 0, allRows: 0, allCells: 0 };
  while (walk.at + 5 <= bytes.length) {
    const tag = bytes[walk.at]!;
    if (tag === frame.refusal) {
      return { sheets: [], strings: [], refusal: bytes.toString('utf8', walk.at + 5, endOfText(bytes, walk.at)) };
    }
    if (tag === frame.final) return finalAgrees(bytes, walk) ? { ...walk, refusal: null } : null;
    const next = steps[tag]?.(bytes, walk);
    if (next === undefined || next > bytes.length) return null;
    walk.at = next;
  }
  return null;
}

/** Each frame's own step: takes it into account and gives the position after it; undefined when it cannot be. */
const steps: Readonly<Record<number, (bytes: Buffer, walk: Walk) => number | undefined>> = {
  [frame.sheet]: (bytes, walk) => {
    const end = endOfText(bytes, walk.at);
    walk.open = { name: bytes.toString('utf8', walk.at + 5, end), from: end };
    walk.rows = 0;
    walk.cells = 0;
    return end;
  },
  [frame.text]: (bytes, walk) => {
    const end = endOfText(bytes, walk.at);
    walk.strings.push(walk.at + 5, end);
    return end;
  },
  [frame.row]: (bytes, walk) => {
    if (walk.at + 17 > bytes.length) return undefined;
    const cells = bytes.readUInt32LE(walk.at + 5);
    walk.rows += 1;
    walk.cells += cells;
    return walk.at + 17 + cells * CELL_BYTES;
  },
  [frame.end]: (bytes, walk) => {
    if (walk.open === null || walk.at + 17 > bytes.length) return undefined;
    if (bytes.readUInt32LE(walk.at + 1) !== walk.rows || bytes.readDoubleLE(walk.at + 9) !== walk.cells)
      return undefined;
    walk.sheets.push({ ...walk.open, to: walk.at, blank: bytes.readUInt32LE(walk.at + 5) });
    walk.open = null;
    walk.allRows += walk.rows;
    walk.allCells += walk.cells;
    return walk.at + 17;
  },
};

function endOfText(bytes: Buffer, at: number): number {
  return at + 5 + bytes.readUInt32LE(at + 1);
}

function finalAgrees(bytes: Buffer, walk: Walk): boolean {
  if (walk.at + 21 > bytes.length) return false;
  const sheets = bytes.readUInt32LE(walk.at + 1);
  const rows = bytes.readDoubleLE(walk.at + 5);
  return sheets === walk.sheets.length && rows === walk.allRows && bytes.readDoubleLE(walk.at + 13) === walk.allCells;
}
