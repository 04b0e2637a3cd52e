import { normalText } from '../identify/header.js';

const totals = /^(?:总计|合计|小计|共计|总合计|汇总|本页合计|grand total|totals?|subtotal|sum):?$/;
const footers =
  /^(?:\d+ record\(s\) downloaded|seller id ?: .*|共 ?\d+ ?条.*|导出时间.*|#-+.*|#.*(?:总金额|合计|总计).*)$/;

/** Whether a text begins and ends with a digit, as order numbers do: no label does, so that nobody need decode it. */
export function isBetweenDigits(bytes: Uint8Array): boolean {
  return isDigit(bytes[0]) && isDigit(bytes[bytes.length - 1]);
}

function isDigit(byte = 0): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** Whether a row's first text says that it is a total, a page's footer or a line of a report's frame, not an order. */
export function isTotalsLabel(text: string): boolean {
  const label = normalText(text).replace(/ (?=\p{Script=Han})/gu, '');
  return label.length <= 60 && (totals.test(label) || footers.test(label));
}
