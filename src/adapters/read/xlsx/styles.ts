import { isBuiltInDate, isDateFormat } from './date-format.js';
import { attribute, elementContent } from './xml-text.js';

/** 1 for each cell style (`s` of a cell) that shows a date or a time. ECMA-376 18.8.10 and 18.8.30. */
export function dateStyles(xml: string): Uint8Array {
  const formats = new Map<number, boolean>();
  for (const [tag] of xml.matchAll(/<(?:\w+:)?numFmt\s[^<>]*>/g)) {
    formats.set(Number(attribute(tag, 'numFmtId')), isDateFormat(attribute(tag, 'formatCode')));
  }
  const styles = elementContent(xml, 'cellXfs') ?? '';
  const ids = [...styles.matchAll(/<(?:\w+:)?xf[\s/>][^<>]*/g)].map(([tag]) =>
    Number(attribute(`${tag} `, 'numFmtId')),
  );
  return Uint8Array.from(ids, (id) => Number(formats.get(id) ?? isBuiltInDate(id)));
}
