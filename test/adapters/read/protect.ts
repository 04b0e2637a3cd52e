import { createCipheriv, createHash } from 'node:crypto';
import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { openXlsx, saveXlsx } from 'hucre/xlsx';
import * as XLSX from 'xlsx';

configure({ useWebWorkers: false });

/** An OLE container with these streams. */
export function container(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const book = XLSX.CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) XLSX.CFB.utils.cfb_add(book, name, Buffer.from(content));
  return XLSX.CFB.write(book, { type: 'buffer' }) as Buffer;
}

/** An xlsx as Office protects it since 2010 (Agile), through hucre: its parts are kept as they are. */
export async function withAgile(xlsx: Uint8Array, password: string, spinCount = 1000): Promise<Uint8Array> {
  return saveXlsx(await openXlsx(xlsx), { encryption: { password, spinCount } });
}

const sha1 = (...parts: readonly Uint8Array[]) => createHash('sha1').update(Buffer.concat(parts)).digest();
const number = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** An xlsx as Office 2007 protects it (Standard, AES-128): [MS-OFFCRYPTO] 2.3.4.5 to 2.3.4.9, step by step. */
export function withStandard(xlsx: Uint8Array, password: string): Buffer {
  const salt = createHash('md5').update(password).digest();
  let hash = sha1(salt, Buffer.from(password, 'utf16le'));
  for (let spin = 0; spin < 50_000; spin += 1) hash = sha1(number(spin), hash);
  hash = sha1(hash, number(0));
  const inner = Buffer.alloc(64, 0x36);
  hash.forEach((byte, at) => {
    inner[at] = inner[at]! ^ byte;
  });
  const key = sha1(inner).subarray(0, 16);
  const encrypted = (bytes: Uint8Array) => {
    const aes = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false);
    const padded = Buffer.concat([bytes, Buffer.alloc((16 - (bytes.length % 16)) % 16)]);
    return Buffer.concat([aes.update(padded), aes.final()]);
  };
  const verifier = createHash('md5').update(salt).digest();
  const provider = Buffer.from('Microsoft Enhanced RSA and AES Cryptographic Provider\0', 'utf16le');
  const header = Buffer.concat([...[0x24, 0, 0x660e, 0x8004, 128, 24, 0, 0].map(number), provider]);
  const info = Buffer.concat([
    Buffer.from([4, 0, 2, 0]),
    number(0x24),
    number(header.length),
    header,
    number(16),
    salt,
    encrypted(verifier),
    number(20),
    encrypted(sha1(verifier)),
  ]);
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(xlsx.length));
  return container({ EncryptionInfo: info, EncryptedPackage: Buffer.concat([size, encrypted(xlsx)]) });
}

/** An archive whose files are protected with ZipCrypto or AES, through zip.js. */
export async function protectedZip(
  files: Readonly<Record<string, Uint8Array | string>>,
  password: string | Uint8Array,
  protection: 'zipcrypto' | 'aes',
): Promise<Buffer> {
  const writer = new ZipWriter(new Uint8ArrayWriter());
  const own = typeof password === 'string' ? { password } : { rawPassword: password };
  const options = { ...own, zipCrypto: protection === 'zipcrypto', lastModDate: new Date(2024, 0, 2) };
  for (const [name, content] of Object.entries(files)) {
    await writer.add(name, new Uint8ArrayReader(Buffer.from(content)), options);
  }
  return Buffer.from(await writer.close());
}
