import { closeSync, openSync, writeSync } from 'node:fs';

/** A new file that grows piece by piece; what was written can be put right afterwards. */
export class PieceWriter {
  private readonly descriptor: number;
  /** Bytes so far. */
  size = 0;

  constructor(path: string) {
    this.descriptor = openSync(path, 'w');
  }

  write(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length; ) done += writeSync(this.descriptor, bytes, done);
    this.size += bytes.length;
  }

  /** Writes over bytes that are there already. */
  patch(bytes: Uint8Array, position: number): void {
    writeSync(this.descriptor, bytes, 0, bytes.length, position);
  }

  close(): void {
    closeSync(this.descriptor);
  }
}
