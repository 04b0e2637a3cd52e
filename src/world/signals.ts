import { type Cleanup, cleanup } from './cleanup.js';

/** The signals that end a run, and the exit status that tells of them. */
export const signalExits = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

export type EndingSignal = keyof typeof signalExits;

/** What is needed of the process. */
export interface SignalProcess {
  on(signal: EndingSignal, listener: () => void): unknown;
  removeListener(signal: EndingSignal, listener: () => void): unknown;
  exit(code: number): void;
}

/**
 * Makes a signal undo what is under way (temporary files, locks, children, a hidden cursor) and end the process with
 * 128 + its number. Files that are just being put in place are put in place first; a second signal waits for nothing.
 * The answer takes the listeners away.
 */
export function listenToSignals(own: SignalProcess = process, undo: Cleanup = cleanup): () => void {
  let ending = false;
  const listeners = (Object.keys(signalExits) as EndingSignal[]).map((signal) => {
    const listener = () => {
      if (ending) own.exit(signalExits[signal]);
      ending = true;
      undo.settled().finally(() => {
        undo.run();
        own.exit(signalExits[signal]);
      });
    };
    own.on(signal, listener);
    return () => own.removeListener(signal, listener);
  });
  return () => {
    for (const remove of listeners) remove();
  };
}
