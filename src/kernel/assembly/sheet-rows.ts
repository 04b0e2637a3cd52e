import { filledColumns, valueColumns } from './sheet-content';
import {
  AT,
  BLANK,
  ENDS,
  INDEXES,
  KINDS,
  LIMIT,
  LINE,
  MASKS,
  MOST,
  NO_ROOM,
  NO_ROW,
  PLACES,
  ROOM,
  ROWS,
  STARTS,
  UNUSUAL,
} from './sheet-request';
import { rowEnd, rowLine } from './sheet-row';
import { ROW } from './sheet-words';

/**
 * Scans rows of a sheet that are written as most programs write them, until one is written otherwise: why it stopped.
 * What it finds is what `SheetRows` and `RowTaker` find; it reads up to 32 bytes behind the end of the last row.
 */
export function scanRows(request: usize): i32 {
  const limit = <usize>load<u32>(request, LIMIT);
  const most = load<i32>(request, MOST);
  let at = <usize>load<u32>(request, AT);
  let line = load<i32>(request, LINE);
  let rows = 0;
  let blank = 0;
  let why: i32 = NO_ROW;
  clear(request, load<i32>(request, ROOM));
  for (;;) {
    while (at < limit && load<u8>(at) <= 32) at++;
    if (at >= limit || load<u32>(at) !== ROW) break;
    if (rows === most) {
      why = NO_ROOM;
      break;
    }
    const next = rowEnd(request, rows, at, limit, line);
    if (next === 0) {
      forget(request, rows);
      why = UNUSUAL;
      break;
    }
    at = next;
    line = rowLine();
    if (filledColumns() > 0) rows++;
    else {
      forget(request, rows);
      if (valueColumns() > 0) blank++;
    }
  }
  store<i32>(request, <i32>at, AT);
  store<i32>(request, line, LINE);
  store<i32>(request, rows, ROWS);
  store<i32>(request, blank, BLANK);
  return why;
}

function clear(request: usize, room: i32): void {
  const places = load<i32>(request, PLACES);
  memory.fill(<usize>load<u32>(request, KINDS), 0, room * places);
  memory.fill(<usize>load<u32>(request, STARTS), 0, (room * places) << 2);
  memory.fill(<usize>load<u32>(request, ENDS), 0, (room * places) << 2);
  memory.fill(<usize>load<u32>(request, INDEXES), 0, (room * places) << 2);
  memory.fill(<usize>load<u32>(request, MASKS), 0, places << 2);
}

/** Leaves no cell of a row behind. */
function forget(request: usize, row: i32): void {
  const room = load<i32>(request, ROOM);
  const places = load<i32>(request, PLACES);
  for (let place = 0, at = row; place < places; place++, at += room) {
    store<u8>(<usize>load<u32>(request, KINDS) + at, 0);
    store<u32>(<usize>load<u32>(request, STARTS) + (at << 2), 0);
    store<u32>(<usize>load<u32>(request, ENDS) + (at << 2), 0);
    store<u32>(<usize>load<u32>(request, INDEXES) + (at << 2), 0);
  }
}
