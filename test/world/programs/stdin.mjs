// Reads standard input as the program does; tells how much it was or how it was refused.
import { expandInputs } from '../../../dist/world/inputs.js';
import { stdinSource } from '../../../dist/world/stdin.js';

try {
  const [input] = await expandInputs(['-'], '/');
  const source = await stdinSource(input, process.stdin, () => process.stdout.write('prompt '));
  process.stdout.write(`${source.size}`);
} catch (error) {
  process.stdout.write(`${error.code} ${error.exit}`);
}
