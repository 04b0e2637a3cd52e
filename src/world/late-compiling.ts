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

/** Bytes of code a function runs through before the engine thinks of compiling it to fast code. */
export interface Patience {
  /** A function of the program. */
  readonly program: number;
  /** A function of the WebAssembly kernel: slower to compile, and not much slower before. */
  readonly kernel: number;
}

/**
 * The engine's own numbers suit pages that live for hours. A run of the program is over in seconds: of a small file most
 * of what would be compiled hardly runs again, and compiling it is what costs. Measured with 10,000, 30,000 and 100,000
 * orders.
 */
export function patienceFor(inputs: readonly Sized[]): Patience {
  const bytes = inputs.reduce((sum, { name, size }) => sum + size * (packedNames.test(name) ? PACKED : 1), 0);
  if (bytes < 2 ** 24) return { program: 4_000_000, kernel: 400_000_000 };
  if (bytes < 2 ** 25) return { program: 2_000_000, kernel: 50_000_000 };
  return { program: 400_000, kernel: KERNEL };
}

/** The engine's own. */
const KERNEL = 1_800_000;

/** The engine's settings for that. */
export function patienceFlags(inputs: readonly Sized[]): readonly string[] {
  const { program, kernel } = patienceFor(inputs);
  return [`--interrupt-budget=${program}`, `--wasm-tiering-budget=${kernel}`];
}

let patience = 0;

/**
 * Lets the engine wait longer before it compiles a function, as long as suits the inputs; to be called before what runs
 * is loaded, and again when the inputs are known. Only where it was measured; elsewhere the word may mean something else.
 */
export function compileLater(inputs: readonly Sized[] = [], version: string = process.versions.v8): void {
  const { program } = patienceFor(inputs);
  if (program === patience || !version.startsWith('11.')) return;
  patience = program;
  for (const flag of patienceFlags(inputs)) setFlagsFromString(flag);
}
