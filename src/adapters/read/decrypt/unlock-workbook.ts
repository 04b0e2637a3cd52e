import { CrmError } from '../../../errors.js';
import { unlocked } from '../../passwords.js';
import type { ByteSource, Passwords } from '../../sources.js';
import { magicOf } from '../magic.js';
import { oleStreams } from '../ole.js';
import { type OleStream, oleStreamsNamed } from '../ole-stream.js';
import type { AgileKey } from './agile-key.js';
import { attemptOf } from './attempt.js';
import { type PackageCipher, SEGMENT } from './package-cipher.js';

/** What a program uses that wants to protect a book from changes only: everybody can open it. */
const EVERYBODYS = 'VelvetSweatshop';

const PIECE = 256 * SEGMENT;

/**
 * A workbook in an encrypted container as the package it holds, decrypted where it is read, so that it takes no memory;
 * a container that is not encrypted stays as it is. Agile and Standard encryption of ECMA-376, [MS-OFFCRYPTO] 2.3.4; others
 * are named and refused. What is decrypted is checked like any other file that came in from outside.
 */
export async function unlockedWorkbook(source: ByteSource, passwords: Passwords): Promise<ByteSource> {
  const names = ['EncryptionInfo', 'EncryptedPackage'] as const;
  if (!(await oleStreams(source)).some((name) => name === names[1])) return source;
  const [info, data] = await oleStreamsNamed(source, names);
  if (!info || !data) throw new CrmError('workbook-damaged', source.name);
  const attempt = attemptOf(source.name, await info.read(0, Math.min(info.size, PIECE)));
  const key = attempt(EVERYBODYS) ?? (await unlocked(source.name, passwords, async (password) => attempt(password)));
  await prove(source.name, data, key);
  const size = await packageSize(source.name, data);
  const { cipher } = key;
  const book: ByteSource = {
    ...source,
    size,
    fileSize: source.fileSize ?? source.size,
    inside: true,
    at: (position, length) => decrypted(data, cipher, position, Math.min(position + length, size)),
    async *pieces() {
      for (let at = 0; at < size; at += PIECE) yield await decrypted(data, cipher, at, Math.min(at + PIECE, size));
    },
  };
  if (magicOf(await book.at(0, PIECE)) !== 'zip') throw new CrmError('workbook-damaged', source.name);
  return book;
}

/** Reads the whole stream once, where the container says what it must hash to. */
async function prove(file: string, data: OleStream, { proof }: AgileKey): Promise<void> {
  if (proof === null) return;
  for (let at = 0; at < data.size; at += PIECE) proof.hash.update(await data.read(at, PIECE));
  if (!proof.hash.digest().equals(proof.expected)) throw new CrmError('workbook-damaged', file);
}

/** The stream begins with the size of what it holds; padding may follow. [MS-OFFCRYPTO] 2.3.4.4. */
async function packageSize(file: string, data: OleStream): Promise<number> {
  const start = await data.read(0, 8);
  const size = start.length < 8 ? -1 : Number(start.readBigUInt64LE(0));
  if (size < 0 || size > data.size - 8) throw new CrmError('workbook-damaged', file);
  return size;
}

async function decrypted(data: OleStream, cipher: PackageCipher, from: number, to: number): Promise<Uint8Array> {
  if (to <= from) return new Uint8Array();
  const first = Math.floor(from / SEGMENT);
  const bytes = await data.read(8 + first * SEGMENT, (Math.ceil(to / SEGMENT) - first) * SEGMENT);
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 16));
  const parts: Buffer[] = [];
  for (let at = 0; at < whole.length; at += SEGMENT) {
    parts.push(cipher(whole.subarray(at, at + SEGMENT), first + at / SEGMENT));
  }
  return Buffer.concat(parts).subarray(from - first * SEGMENT, to - first * SEGMENT);
}
