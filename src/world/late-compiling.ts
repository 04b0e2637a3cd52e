import { setFlagsFromString } from 'node:v8';

/**
 * Bytes of code a function runs through before the engine thinks of compiling it to fast code. The engine's own number
 * suits pages that live for hours; a run of the program is over in seconds, and with it much was compiled that hardly
 * ran again, some of it twice because it had seen too little.
 */
const PATIENCE = 1_000_000;

/**
 * Lets the engine wait longer before it compiles a function: a fifth less CPU for a small file, the same for a large
 * one. Only where it was measured; elsewhere the word may mean something else.
 */
export function compileLater(version: string = process.versions.v8): void {
  if (version.startsWith('11.')) setFlagsFromString(`--interrupt-budget=${PATIENCE}`);
}
