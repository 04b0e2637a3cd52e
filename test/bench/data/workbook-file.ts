import { columns, header } from './layout.js';
import { PieceWriter } from './piece-writer.js';
import { ZipFile } from './zip-file.js';

/** How text stands in a workbook: in its cell, or once in a table that cells point into. */
export type Strings = 'inline' | 'shared';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const letters = columns.map((_, index) => (index < 26 ? '' : 'A') + String.fromCharCode(65 + (index % 26)));

/** Writes rows as a workbook of one sheet, every cell with its address, as spreadsheet programs do. */
export function writeWorkbook(path: string, strings: Strings, rows: Iterable<readonly (string | number)[]>): void {
  const shared = new Map<string, number>();
  const zip = new ZipFile(new PieceWriter(path));
  const text = strings === 'inline' ? inlined : (value: string) => pointed(value, shared);
  zip.part('[Content_Types].xml', [contentTypes(strings)]);
  zip.part('_rels/.rels', [relations([['officeDocument', 'xl/workbook.xml']])]);
  zip.part('xl/workbook.xml', [
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="export" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ]);
  const parts: [string, string][] = [['worksheet', 'worksheets/sheet1.xml']];
  if (strings === 'shared') parts.push(['sharedStrings', 'sharedStrings.xml']);
  zip.part('xl/_rels/workbook.xml.rels', [relations(parts)]);
  zip.part('xl/worksheets/sheet1.xml', sheet(rows, text));
  if (strings === 'shared') zip.part('xl/sharedStrings.xml', stringTable(shared));
  zip.close();
}

function* sheet(rows: Iterable<readonly (string | number)[]>, text: (value: string) => string): Generator<string> {
  let xml = `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${row(1, header, text)}`;
  let line = 2;
  for (const cells of rows) {
    xml += row(line++, cells, text);
    if (xml.length < 1 << 20) continue;
    yield xml;
    xml = '';
  }
  yield `${xml}</sheetData></worksheet>`;
}

function row(line: number, cells: readonly (string | number)[], text: (value: string) => string): string {
  let xml = `<row r="${line}">`;
  for (let column = 0; column < cells.length; column++) {
    const value = cells[column]!;
    if (value === '') continue;
    const at = `<c r="${letters[column]}${line}"`;
    if (typeof value === 'string') xml += at + text(value);
    else xml += `${at}><v>${columns[column]!.kind === 'money' ? value / 100 : value}</v></c>`;
  }
  return `${xml}</row>`;
}

function inlined(value: string): string {
  return ` t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

function pointed(value: string, shared: Map<string, number>): string {
  const index = shared.get(value) ?? shared.size;
  if (index === shared.size) shared.set(value, index);
  return ` t="s"><v>${index}</v></c>`;
}

function* stringTable(shared: ReadonlyMap<string, number>): Generator<string> {
  let xml = `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${shared.size}">`;
  for (const value of shared.keys()) {
    xml += `<si><t xml:space="preserve">${escaped(value)}</t></si>`;
    if (xml.length < 1 << 20) continue;
    yield xml;
    xml = '';
  }
  yield `${xml}</sst>`;
}

function escaped(text: string): string {
  if (!/[&<>\r]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const list = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

function contentTypes(strings: Strings): string {
  const overrides = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/worksheets/sheet1.xml', 'worksheet'],
    ...(strings === 'shared' ? [['/xl/sharedStrings.xml', 'sharedStrings']] : []),
  ].map(([name, type]) => `<Override PartName="${name}" ContentType="${TYPE}.${type}+xml"/>`);
  const rels = `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`;
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types">${rels}<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}
