// Reads the inputs it is given twice, as another user if asked, with no descriptor below a number left if asked; tells
// how much it was or how it was refused.
import { openSync } from 'node:fs';
import { openSource } from '../../../dist/world/files.js';
import { expandInputs } from '../../../dist/world/inputs.js';

// Only now: the modules are loaded with as many as the system likes.
while (process.env['TAKEN'] && openSync('/dev/null') < Number(process.env['TAKEN']));
if (process.env['AS_USER']) process.setuid(Number(process.env['AS_USER']));
try {
  let files = 0;
  let bytes = 0;
  for (const input of await expandInputs(process.argv.slice(2), process.cwd())) {
    const source = await openSource(input);
    files += 1;
    for (let pass = 0; pass < 2; pass++) for await (const piece of source.pieces()) bytes += piece.length;
  }
  process.stdout.write(`${files} files, ${bytes} bytes`);
} catch (error) {
  process.stdout.write(`${error.code} ${error.exit} ${error.where}`);
}
