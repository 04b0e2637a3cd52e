import { setFlagsFromString } from 'node:v8';

/** Bytes of text that a byte of a packed file (a workbook, an archive) stands for, about. */
const PACKED = 6;
const packedNames = /\.(?:xls[xmb]|ods|zip|parquet)$/i;

/** An input as far as it matters here. */
export interface Sized {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/**
 * Bytes of code a function runs through before the engine thinks of compiling it to fast code. The engine's own number
 * suits pages that live for hours. A run of the program is over in seconds: of a small file most of what would be
 * compiled hardly runs again, and compiling it is what costs. Measured with 10,000, 30,000 and 100,000 orders.
 */
export function patienceFor(inputs: readonly Sized[]): number {
  const bytes = inputs.reduce((sum, { name, size }) => sum + size * (packedNames.test(name) ? PACKED : 1), 0);
  if (bytes < 2 ** 24) return 4_000_000;
  return bytes < 2 ** 25 ? 2_000_000 : 400_000;
}

let patience = 0;

/**
 * Lets the engine wait longer before it compiles a function, as long as suits the inputs; to be called before what runs
 * is loaded, and again when the inputs are known. Only where it was measured; elsewhere the word may mean something else.
 */
export function compileLater(inputs: readonly Sized[] = [], version: string = process.versions.v8): void {
  const wanted = patienceFor(inputs);
  if (wanted === patience || !version.startsWith('11.')) return;
  patience = wanted;
  setFlagsFromString(`--interrupt-budget=${wanted}`);
}
