import { moneyFromBytes, moneyFromText } from '../values/money.js';
import { moneyParser, type NumberParser } from './number-column.js';

const POINT = 0x2e;

/** Currencies whose amounts have no decimals in practice and write thousands with a point: `50.000` is fifty thousand. */
const pointsGroup: ReadonlySet<string> = new Set(['IDR', 'VND']);

/** The parser of amounts of a sheet in this currency. */
export function moneyParserFor(currency: string): NumberParser {
  if (!pointsGroup.has(currency)) return moneyParser;
  const groups = /(?<=^|[^\d.,])([1-9]\d{0,2})((?:\.\d{3})+)(?![\d.,])/;
  return {
    ...moneyParser,
    fromBytes: (bytes, from, to) => (bytes.subarray(from, to).includes(POINT) ? null : moneyFromBytes(bytes, from, to)),
    kernel: null,
    fromText: (text) => moneyFromText(text.replace(groups, (amount) => amount.replaceAll('.', ''))),
  };
}
