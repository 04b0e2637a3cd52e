import type { FileEntry } from '@zip.js/zip.js';
import { CrmError } from '../../errors.js';
import { encodeGb18030 } from '../../util/gb18030-encoder.js';
import type { ZipPart } from '../read/guard.js';
import type { ByteSource } from '../sources.js';

type Library = typeof import('@zip.js/zip.js');

/**
 * The protected files of an archive, unlocked and unpacked by the zip.js library: ZipCrypto (APPNOTE.TXT 6.1) and AES
 * (WinZip's AE-1 and AE-2). It is given only files that the guard has passed, and may deliver no byte more than the
 * directory declares; where the two read the directory differently, the file is damaged.
 */
export class EncryptedEntries {
  private opened: Promise<{ readonly library: Library; readonly entries: ReadonlyMap<number, FileEntry> }> | null =
    null;

  constructor(private readonly archive: ByteSource) {}

  /** A password as bytes that may be right, as far as the file's header tells: of wrong ones, 1 in 256 may pass. */
  async keysFor(part: ZipPart, password: string): Promise<readonly Uint8Array[]> {
    const keys: Uint8Array[] = [];
    for (const key of keysOf(password)) if (await this.isRight(part, key)) keys.push(key);
    return keys;
  }

  /** The content of a file. Ends in a refusal if it is not what its checksum says, or in nothing less than all of it. */
  async *unpacked(part: ZipPart, key: Uint8Array): AsyncGenerator<Uint8Array> {
    const { entry } = await this.find(part);
    const stream = new TransformStream<Uint8Array, Uint8Array>();
    const stop = new AbortController();
    const done = entry.getData(stream.writable, { ...options, rawPassword: key, signal: stop.signal });
    const ended = done.then(
      () => null,
      (error: unknown) => ({ error }),
    );
    let size = 0;
    try {
      for await (const piece of stream.readable) {
        size += piece.length;
        if (size > part.size) throw this.damaged(part);
        yield piece;
      }
    } catch (cause) {
      throw cause instanceof CrmError ? cause : this.damaged(part, cause);
    } finally {
      stop.abort();
      await ended;
    }
    const failure = await ended;
    if (failure !== null || size !== part.size) throw this.damaged(part, failure?.error);
  }

  private async isRight(part: ZipPart, key: Uint8Array): Promise<boolean> {
    const { entry, library } = await this.find(part);
    try {
      await entry.getData(new WritableStream(), { ...options, rawPassword: key, checkPasswordOnly: true });
      return true;
    } catch (error) {
      if (error instanceof Error && error.message === library.ERR_INVALID_PASSWORD) return false;
      throw this.damaged(part, error);
    }
  }

  private async find(part: ZipPart): Promise<{ readonly entry: FileEntry; readonly library: Library }> {
    this.opened ??= this.open();
    const { library, entries } = await this.opened.catch((cause: unknown) => {
      throw cause instanceof CrmError ? cause : this.damaged(part, cause);
    });
    const entry = entries.get(part.position);
    if (entry === undefined || !agree(entry, part)) throw this.damaged(part);
    return { entry, library };
  }

  private async open() {
    const library = await import('@zip.js/zip.js');
    const zip = new library.ZipReader(readerOf(library, this.archive), options);
    const entries = new Map<number, FileEntry>();
    for (const entry of await zip.getEntries()) if (!entry.directory) entries.set(entry.offset, entry);
    return { library, entries };
  }

  private damaged(part: ZipPart, cause?: unknown): CrmError {
    return new CrmError('zip-damaged', this.archive.name, { part: part.name }, cause === undefined ? {} : { cause });
  }
}

const options = { useWebWorkers: false, checkCrc32: true } as const;

/** Lets the library read from a byte source. */
function readerOf({ Reader }: Library, source: ByteSource) {
  return new (class extends Reader<ByteSource> {
    override size = source.size;
    override async init(): Promise<void> {}
    override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
      return source.at(index, length);
    }
  })(source);
}

function agree(entry: FileEntry, part: ZipPart): boolean {
  return (
    entry.encrypted &&
    entry.zipCrypto === (part.aes === null) &&
    entry.compressedSize === part.compressedSize &&
    entry.uncompressedSize === part.size
  );
}

/** A password as bytes: UTF-8, and as Chinese programs write it. */
function keysOf(password: string): readonly Uint8Array[] {
  const utf8 = new TextEncoder().encode(password);
  return utf8.length === password.length ? [utf8] : [utf8, encodeGb18030(password)];
}
