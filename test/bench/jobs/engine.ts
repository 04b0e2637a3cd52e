import { compileLater } from '../../../src/world/late-compiling.js';
import { clearUpInOneGo } from '../../../src/world/spare-memory.js';

/** Sets the engine up as every command does before it reads. */
export function setUpEngine(): void {
  clearUpInOneGo();
  compileLater();
}
