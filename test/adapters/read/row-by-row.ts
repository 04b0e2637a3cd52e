import type { CellBlock } from '../../../src/adapters/read/cell-block.js';
import type { CellSink, Sheet } from '../../../src/adapters/read/sheet.js';

/** The sheet, told to take up to `room` rows at once, which are told one by one to whoever reads it. */
export function rowByRow(sheet: Sheet, room: number): Sheet {
  return {
    ...sheet,
    read: (columns, given) => {
      const sink = { ...given, ...ownStrings(columns, given) };
      return sheet.read(columns, {
        ...sink,
        room: () => room,
        block: (block) => {
          const calls = Array.from({ length: block.rows }, (): (() => void)[] => []);
          for (const [place, column] of columns.entries()) tell(block, place, column, sink, calls);
          for (const [row, cells] of calls.entries()) {
            for (const call of cells) call();
            sink.endRow(block.lines[row]!, block.widths[row]!, block.filled[row]!);
          }
        },
      });
    },
  };
}

/** Keeps in mind whose each string is; strings of a column are told one by one. */
function ownStrings(columns: readonly number[], sink: CellSink) {
  const owners = new Uint8Array(10_000);
  return {
    shared: (column: number, index: number) => {
      const own = columns.indexOf(column) + 1;
      owners[index] = owners[index] === 0 || owners[index] === own ? own : 255;
      sink.shared(column, index);
    },
    owners: () => owners,
    stringBlock: (place: number, indexes: Int32Array, block: CellBlock) => {
      const { starts, ends } = block.column(0);
      const { ints, bytes } = block.cells.kernel;
      for (const [row, index] of indexes.entries()) {
        if (owners[index] !== (place === columns.length ? 255 : place + 1)) throw new Error(`not whose ${index} is`);
        sink.string(index, bytes, ints[starts / 4 + row]!, ints[ends / 4 + row]!);
      }
    },
  };
}

function tell(block: CellBlock, place: number, column: number, sink: CellSink, calls: (() => void)[][]): void {
  const { starts, ends } = block.column(place);
  const { ints, bytes } = block.cells.kernel;
  const { others } = block;
  const add = (row: number, call: () => void) => calls[row]!.push(call);
  const shared = others?.shared(place);
  let texts = 0;
  for (let row = 0; row < block.rows; row++) {
    const [from, to] = [ints[starts / 4 + row]!, ints[ends / 4 + row]!];
    if (from < to) texts++;
    if (from < to) add(row, () => sink.text(column, bytes, from, to));
    const index = shared?.[row] ?? 0;
    if (index > 0) add(row, () => sink.shared(column, index - 1));
  }
  if (texts > 0 && others?.hasTexts(place) === false) throw new Error('texts in a column without any');
  others?.each(place, 0, {
    text: (row, text, from, to) => add(row, () => sink.text(column, text, from, to)),
    number: (row, value, isDate) => add(row, () => sink.number(column, value, isDate)),
    error: (row, code) => add(row, () => sink.error(column, code)),
  });
}
