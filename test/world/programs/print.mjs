// Prints so many bytes in lines of 100, and says how that ended.
import { standardError } from '../../../dist/world/stderr.js';
import { standardOutput, writePieces } from '../../../dist/world/stdout.js';

const bytes = Number(process.argv[2]);

function* lines() {
  for (let done = 0; done < bytes; done += 100) yield `${'x'.repeat(99)}\n`;
}

try {
  await writePieces(standardOutput(), lines());
  process.exitCode = 0;
  if (process.argv[3]) standardError()(process.argv[3]);
} catch (error) {
  process.exitCode = error.exit ?? 1;
  standardError()(`${error.code} ${error.where}\n`);
}
