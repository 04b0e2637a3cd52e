import { HandOver } from '../../util/hand-over.js';
import type { Sheet } from '../read/sheet.js';
import type { ByteSource } from '../sources.js';
import type { RawCell } from './caught-cells.js';
import { type CaughtRow, RowCatcher } from './row-catcher.js';
import { WantedLines } from './wanted-lines.js';

/** Rows that were read and not written yet, before reading waits. */
const MOST_READ_AHEAD = 4096;

/** Opens a sheet anew, its bytes through a source that can be made to wait. */
export type OpenSheet = (paced: (source: ByteSource) => ByteSource) => Promise<Sheet>;

/** The wanted rows of a sheet by their place among the wanted. In reading order; those that were not found come last. */
export async function* wantedRows(
  open: OpenSheet,
  width: number,
  lines: Int32Array,
  mostWaiting?: number,
): AsyncGenerator<CaughtRow> {
  const wanted = new WantedLines(lines);
  for (let before = -1; wanted.left > 0 && wanted.left !== before; ) {
    before = wanted.left;
    for await (const row of onePass(open, width, wanted, mostWaiting)) {
      wanted.found(row.at);
      yield row;
    }
  }
  const blank: readonly RawCell[] = new Array<RawCell>(width).fill(null);
  for (const at of wanted.missing()) yield { at, cells: blank };
}

/** Reads the sheet once while its rows are taken; reading waits where they are not taken fast enough. */
async function* onePass(
  open: OpenSheet,
  width: number,
  wanted: WantedLines,
  mostWaiting: number | undefined,
): AsyncGenerator<CaughtRow> {
  const rows = new HandOver<CaughtRow>(MOST_READ_AHEAD);
  const sheet = await open((source) => paced(source, () => rows.room()));
  const placeOf = (line: number) => wanted.placeOf(line);
  const catcher = new RowCatcher(sheet.encoding, width, placeOf, (row) => rows.put(row), mostWaiting);
  const columns = Array.from({ length: width }, (_, column) => column);
  const reading = sheet.read(columns, catcher).then(
    () => {
      catcher.finish();
      rows.end();
    },
    (error: unknown) => rows.end(error),
  );
  yield* rows.taken();
  await reading;
}

function paced(source: ByteSource, room: () => Promise<void>): ByteSource {
  return {
    ...source,
    at: async (position, length) => {
      await room();
      return source.at(position, length);
    },
    pieces: async function* () {
      for await (const piece of source.pieces()) {
        await room();
        yield piece;
      }
    },
  };
}
