// Compiles the WebAssembly kernel, src/kernel/assembly/, and gives its bytes in base64. The same sources give the same
// bytes on every machine.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';

const entry = 'index.ts';
const options = ['-O3', '--converge', '--noAssert', '--runtime', 'stub', '--use', 'abort=', '--enable', 'simd'];

/** `folder`: with the sources. */
export async function compileKernel(folder) {
  let bytes = null;
  const { error, stderr } = await asc.main([entry, '--outFile', 'kernel.wasm', ...options], {
    readFile: (name) => {
      try {
        return readFileSync(join(folder, name), 'utf8');
      } catch {
        return null;
      }
    },
    writeFile: (_name, content) => {
      bytes = content;
    },
    listFiles: () => [],
  });
  if (error !== null || bytes === null) throw new Error(`${stderr.toString()}\n${error?.message ?? 'no kernel'}`);
  return Buffer.from(bytes).toString('base64');
}
