const names: Readonly<Record<string, string>> = { quot: '"', apos: "'", gt: '>', lt: '<', amp: '&' };

/**
 * The text that XML characters stand for: line ends made LF, the five named references and numeric ones, and the
 * spreadsheet's own escapes `_x000D_`. An unknown reference stays as it is written.
 */
export function xmlText(raw: string): string {
  return raw
    .replace(/\r\n?/g, '\n')
    .replace(/&(?:(quot|apos|gt|lt|amp)|#x([\da-f]{1,6})|#(\d{1,7}));/gi, (whole, name, hex, decimal) =>
      typeof name === 'string' ? (names[name.toLowerCase()] ?? whole) : character(whole, hex, decimal),
    )
    .replace(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\r\n/g, '\n');
}

function character(whole: string, hex: unknown, decimal: unknown): string {
  const point = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
}

/**
 * The text of a string item (`si`, `is`): the characters of all its `t` in turn, but for those that say how to pronounce
 * others (`rPh`). One pass, whatever is opened and never closed.
 */
export function itemText(xml: string): string {
  let text = '';
  let inText = false;
  let pronounced = false;
  for (let at = 0; at < xml.length; ) {
    const tag = xml.indexOf('<', at);
    const end = tag < 0 ? xml.length : tag;
    if (inText && !pronounced) text += xmlText(xml.slice(at, end));
    if (tag < 0) break;
    const special = specialEnd(xml, tag);
    if (special !== null) {
      if (special.characters !== '' && inText && !pronounced) text += special.characters;
      at = special.end;
      continue;
    }
    const close = xml.indexOf('>', tag);
    const inner = xml.slice(tag + 1, close < 0 ? xml.length : close);
    const name = /^\/?(?:\w+:)?(\w+)/.exec(inner)?.[1];
    const opens = !inner.startsWith('/') && !inner.endsWith('/');
    if (name === 't') inText = opens;
    else if (name === 'rPh') pronounced = opens;
    at = close < 0 ? xml.length : close + 1;
  }
  return text;
}

/** The end of the comment or the literal characters at `at`; null where neither begins. */
function specialEnd(xml: string, at: number): { readonly end: number; readonly characters: string } | null {
  const isComment = xml.startsWith('<!--', at);
  if (!isComment && !xml.startsWith('<![CDATA[', at)) return null;
  const found = xml.indexOf(isComment ? '-->' : ']]>', at);
  const end = found < 0 ? xml.length : found;
  return { end: end + 3, characters: isComment ? '' : xml.slice(at + 9, end) };
}

/** What stands between the first tag of this name and its end; null where there is none. */
export function elementContent(xml: string, name: string): string | null {
  const opening = new RegExp(`<((?:\\w+:)?${name})(?=[\\s>])[^<>]*>`).exec(xml);
  if (opening === null) return null;
  const start = opening.index + opening[0].length;
  const end = xml.indexOf(`</${opening[1]}`, start);
  return end < 0 ? null : xml.slice(start, end);
}

/** Value of an attribute in a tag, '' when it has none; a prefix before the name does not matter. */
export function attribute(tag: string, name: string): string {
  const match = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return xmlText(match?.[1] ?? match?.[2] ?? '');
}
