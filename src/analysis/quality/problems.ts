import type { Imported } from '../../model/imported.js';
import { uncountedReasons } from '../../model/orders.js';
import type { Cell, Table } from '../../model/report.js';
import { type Place, placesText } from './places.js';
import { rejectedPlaces } from './rejected-places.js';

/** Table `problems`: each kind of problem rows have, what was done, how many, and the first places. */
export function problemsTable(imported: Imported): Table {
  const rows: Cell[][] = [];
  const rejected = rejectedPlaces(imported);
  for (const problem of [...imported.issues.byProblem.keys()].sort()) {
    const known = imported.issues.first.filter((issue) => issue.problem === problem);
    const places = rejected.get(problem) ?? known.map(({ file, sheet, line }) => ({ file, sheet, line }));
    const count = imported.issues.byProblem.get(problem) ?? 0;
    rows.push([problem, known[0]?.done ?? null, count, known[0]?.column ?? null, placesText(places, count)]);
  }
  return {
    id: 'problems',
    definition: '',
    window: null,
    columns: [
      { key: 'problem', unit: 'text' },
      { key: 'done', unit: 'text' },
      { key: 'count', unit: 'count' },
      { key: 'header', unit: 'name' },
      { key: 'places', unit: 'name' },
    ],
    rows,
    view: 'plain',
    notes: [],
  };
}

/** Table `uncounted`: orders that were understood and are not sales, by reason, with their amounts and first places. */
export function uncountedTable(imported: Imported): Table {
  const { table } = imported;
  const count = uncountedReasons.map(() => 0);
  const amount = uncountedReasons.map(() => 0);
  const places: Place[][] = uncountedReasons.map(() => []);
  for (let row = 0; row < table.size; row++) {
    const reason = table.uncounted[row]!;
    if (reason === 0) continue;
    count[reason]! += 1;
    if (!Number.isNaN(table.net[row]!)) amount[reason]! += table.net[row]!;
    if (places[reason]!.length < 200) places[reason]!.push(placeOfOrder(imported, row));
  }
  const rows = uncountedReasons.flatMap((reason, code): Cell[][] =>
    count[code]! === 0 ? [] : [[reason, count[code]!, amount[code]!, placesText(places[code]!, count[code]!)]],
  );
  return {
    id: 'uncounted',
    definition: '',
    window: null,
    columns: [
      { key: 'reason', unit: 'text' },
      { key: 'orders', unit: 'count' },
      { key: 'amount', unit: 'money' },
      { key: 'places', unit: 'name' },
    ],
    rows,
    view: 'plain',
    notes: [],
  };
}

/** Where an order was read: the row that stands for it. */
export function placeOfOrder({ table, files }: Pick<Imported, 'table' | 'files'>, row: number): Place {
  const file = files[table.file[row]!];
  return { file: file?.name ?? '', sheet: file?.sheets[table.sheet[row]!]?.name ?? '', line: table.line[row]! };
}
