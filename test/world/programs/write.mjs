// Writes an output piece by piece, slowly if asked, as another user if asked; tells how it ended.
import { setTimeout as pause } from 'node:timers/promises';
import { openOutput } from '../../../dist/world/atomic.js';
import { listenToSignals } from '../../../dist/world/signals.js';

const [target, text, pieces = '1', milliseconds = '0'] = process.argv.slice(2);
if (process.env['AS_USER']) process.setuid(Number(process.env['AS_USER']));
listenToSignals();
try {
  const output = await openOutput(target, { cwd: process.cwd() });
  process.stderr.write('open\n');
  for (let piece = 0; piece < Number(pieces); piece++) {
    await output.write(text.repeat(piece === 0 ? 1 : 300_000));
    if (Number(milliseconds) > 0) await pause(Number(milliseconds));
  }
  await output.commit();
  process.stdout.write('written\n');
} catch (error) {
  process.stdout.write(`${error.code} ${error.exit} ${error.where}\n`);
  process.exitCode = error.exit ?? 1;
}
