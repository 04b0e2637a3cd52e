import type { Readable, Writable } from 'node:stream';
import { canAsk, type PromptOptions } from './prompt.js';

/** One of the answers to a question. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Asks for one of some answers; the one given as `initial` is marked at first. */
export type Choose = (question: string, choices: readonly Choice[], initial: string) => Promise<string>;

/**
 * A way to ask questions on the terminal, on standard error; null where nobody sits there. The package that draws them is
 * only loaded for the first. Ctrl-C and Esc end the run as a signal does: nothing is answered after it.
 */
export function chooser(options: PromptOptions, output: Writable): Choose | null {
  if (!canAsk(options)) return null;
  return async (question, choices, initial) => {
    const { isCancel, select } = await import('@clack/prompts');
    const answer = await select<string>({
      message: question,
      options: choices.map(({ value, label }) => ({ value, label })),
      initialValue: initial,
      maxItems: 12,
      showInstructions: false,
      input: options.stdin() as Readable,
      output,
    });
    if (!isCancel(answer)) return answer;
    options.interrupt();
    return new Promise<never>(() => {});
  };
}
