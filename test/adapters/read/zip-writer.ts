import { crc32, deflateRawSync } from 'node:zlib';

/** A file in an archive, and where it lies about itself. */
export interface ZipFile {
  readonly name: string;
  readonly content: Uint8Array | string;
  readonly stored?: boolean;
  readonly crc32?: number;
  readonly declaredSize?: number;
  readonly flags?: number;
  /** Name in the file's own header where it differs from the directory. */
  readonly localName?: string;
  /** Stands in place of the deflated content. */
  readonly packed?: Uint8Array;
  /** Sizes and checksum follow the data, as streaming programs write them. */
  readonly descriptor?: boolean;
  /** How it is said to be packed; 0 or 8 unless given. */
  readonly method?: number;
  /** Kind and permissions of a file of Unix. */
  readonly mode?: number;
  /** The directory points at this position instead. */
  readonly position?: number;
}

/** An archive, byte by byte. `count`: number of entries the end record states; `prefix`: bytes before everything. */
export function zip(
  files: readonly ZipFile[],
  lies: { readonly count?: number; readonly zip64?: boolean; readonly prefix?: Uint8Array } = {},
): Buffer {
  const parts: Buffer[] = [Buffer.from(lies.prefix ?? [])];
  const directory: Buffer[] = [];
  let position = 0;
  for (const file of files) {
    const { local, entry } = written(file, position);
    parts.push(local);
    directory.push(entry);
    position += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = lies.count ?? files.length;
  const tail = lies.zip64 === true ? zip64End(count, size, position) : Buffer.alloc(0);
  return Buffer.concat([...parts, ...directory, tail, endRecord(count, size, position)]);
}

function written(file: ZipFile, position: number) {
  const content = Buffer.from(file.content);
  const packed = Buffer.from(file.packed ?? (file.stored === true ? content : deflateRawSync(content)));
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE((file.flags ?? 0) | (file.descriptor === true ? 8 : 0), 2);
  fields.writeUInt16LE(file.method ?? (file.stored === true ? 0 : 8), 4);
  fields.writeUInt32LE(file.crc32 ?? crc32(content), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(file.declaredSize ?? content.length, 18);
  const name = Buffer.from(file.name, 'latin1');
  const localName = Buffer.from(file.localName ?? file.name, 'latin1');
  fields.writeUInt16LE(localName.length, 22);
  const own = Buffer.from(fields);
  if (file.descriptor === true) own.fill(0, 10, 22);
  const descriptor = Buffer.concat([Buffer.from('PK\x07\x08', 'latin1'), fields.subarray(10, 22)]);
  const local = [Buffer.from('PK\x03\x04', 'latin1'), own, localName, packed];
  fields.writeUInt16LE(name.length, 22);
  const rest = Buffer.alloc(14);
  if (file.mode !== undefined) rest.writeUInt32LE((file.mode << 16) >>> 0, 6);
  rest.writeUInt32LE(file.position ?? position, 10);
  const made = Buffer.from([0x50, 0x4b, 1, 2, 20, file.mode === undefined ? 0 : 3]);
  const entry = Buffer.concat([made, fields, rest, name]);
  return { local: Buffer.concat(file.descriptor === true ? [...local, descriptor] : local), entry };
}

function endRecord(count: number, size: number, position: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(Math.min(count, 0xffff), 8);
  end.writeUInt16LE(Math.min(count, 0xffff), 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(position, 16);
  return end;
}

function zip64End(count: number, size: number, position: number): Buffer {
  const record = Buffer.alloc(76);
  record.write('PK\x06\x06', 0, 'latin1');
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(position), 48);
  record.write('PK\x06\x07', 56, 'latin1');
  record.writeBigUInt64LE(BigInt(position + size), 64);
  record.writeUInt32LE(1, 72);
  return record;
}

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The files of a small xlsx around one sheet's XML. */
export function xlsxFiles(
  sheetData: string,
  more: {
    readonly strings?: string;
    readonly before?: string;
    readonly after?: string;
    readonly properties?: string;
  } = {},
): ZipFile[] {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const files: ZipFile[] = [
    {
      name: '[Content_Types].xml',
      content: `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `${head}<workbook xmlns="${main}" xmlns:r="${relations}">${more.properties ?? ''}<sheets><sheet name="export" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      content: `${head}<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `${head}<worksheet xmlns="${main}">${more.before ?? ''}<sheetData>${sheetData}</sheetData>${more.after ?? ''}</worksheet>`,
    },
  ];
  const strings = more.strings ?? '<si><t>订单编号</t></si><si><t>买家会员名</t></si>';
  return [...files, { name: 'xl/sharedStrings.xml', content: `${head}<sst xmlns="${main}">${strings}</sst>` }];
}
