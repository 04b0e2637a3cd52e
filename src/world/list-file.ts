import { CrmError } from '../errors.js';
import { type InputSource, openSource } from './files.js';
import { expandInputs } from './inputs.js';
import { sizeLimits } from './limits.js';

/** A file that an option names: one ordinary file, no folder, no pattern, no standard input. */
export async function openList(path: string, cwd: string): Promise<InputSource> {
  const inputs = await expandInputs([path], cwd);
  const [input] = inputs;
  if (inputs.length !== 1 || input?.origin !== 'named') throw new CrmError('list-not-file', path);
  return openSource(input, { limits: sizeLimits(null) });
}
