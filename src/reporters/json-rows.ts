import type { Currency, Table } from '../model/report.js';
import { shortestDecimal } from '../util/decimal.js';
import { jsonText } from './json-text.js';
import { type MachineCell, machineCell } from './machine.js';

/**
 * The rows of a table as JSON objects, one a text, written as they are walked: keys in column order, money in major
 * units, dates ISO, null = cannot be computed. Airy (`{ "a": 1 }`) for documents that people open too.
 */
export function* rowTexts(table: Table, currency: Currency, airy: boolean): Generator<string> {
  const [open, colon, comma, close] = airy ? ['{ ', ': ', ', ', ' }'] : ['{', ':', ',', '}'];
  const keys = table.columns.map(({ key }) => jsonText(key) + colon);
  for (const row of table.rows) {
    const cells = table.columns.map(
      ({ unit }, index) => keys[index] + cellJson(machineCell(row[index] ?? null, unit, currency)),
    );
    yield open + cells.join(comma) + close;
  }
}

function cellJson(cell: MachineCell): string {
  if (cell === null) return 'null';
  return 'text' in cell ? jsonText(cell.text) : numberJson(cell.number);
}

function numberJson(text: string): string {
  return text.includes('e') ? text : shortestDecimal(text);
}
