import { compileLater, type Sized } from '../../../src/world/late-compiling.js';
import { clearUpInOneGo } from '../../../src/world/spare-memory.js';

/** Sets the engine up as every command does before it reads these inputs. */
export function setUpEngine(inputs: readonly Sized[]): void {
  clearUpInOneGo();
  compileLater(inputs);
}
