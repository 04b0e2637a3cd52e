import { Buffer } from 'node:buffer';
import type { KernelFunctions } from './functions.js';
import { kernelBytes } from './kernel.generated.js';

const PAGE = 65_536;
/** Places are aligned to this: what vectors and doubles want, and a line of the cache is never shared. */
const ALIGNMENT = 64;

let module: WebAssembly.Module | null | undefined;

/**
 * One instance of the WebAssembly kernel with its memory, which is handed out from the bottom and taken back all at
 * once. `bytes`, `ints` and `doubles` show all of the memory; growing replaces them, so they are looked up after `take`.
 */
export class Kernel {
  readonly functions: KernelFunctions;
  bytes: Uint8Array = new Uint8Array(0);
  ints: Int32Array = new Int32Array(0);
  doubles: Float64Array = new Float64Array(0);
  #taken = ALIGNMENT;

  constructor(code: WebAssembly.Module) {
    this.functions = new WebAssembly.Instance(code).exports as unknown as KernelFunctions;
    this.#look();
  }

  /** A place for so many bytes, to the end of the reading; what stands there is whatever was left there. */
  take(length: number): number {
    const place = this.#taken;
    this.#taken = Math.ceil((place + length) / ALIGNMENT) * ALIGNMENT;
    const { memory } = this.functions;
    const missing = this.#taken + ALIGNMENT - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    this.#look();
    return place;
  }

  /** Makes all memory free again. */
  clear(): void {
    this.#taken = ALIGNMENT;
  }

  #look(): void {
    const { buffer } = this.functions.memory;
    if (this.bytes.buffer === buffer) return;
    this.bytes = new Uint8Array(buffer);
    this.ints = new Int32Array(buffer);
    this.doubles = new Float64Array(buffer);
  }
}

/**
 * A new kernel; null where there can be none: without WebAssembly, on a processor without vectors, where the address space
 * is limited (a memory reserves gigabytes of it, without using them). Everything has a slower path without it.
 */
export function newKernel(): Kernel | null {
  if (module === null) return null;
  try {
    module ??= new WebAssembly.Module(Buffer.from(kernelBytes, 'base64'));
    return new Kernel(module);
  } catch {
    module = null;
    return null;
  }
}
