import { writeSync } from 'node:fs';

/** Writes notes and errors for people. Never throws: where nobody can be told, nothing can be said. */
export type Say = (text: string) => void;

/**
 * Standard error, written at once (also while the process ends). A closed or full one is passed over; one that cannot
 * take more just now gets a few more tries.
 */
export function standardError(descriptor = 2, write: typeof writeSync = writeSync): Say {
  return (text) => {
    let bytes: Uint8Array = Buffer.from(text);
    for (let refused = 0; bytes.length > 0 && refused < 1000; ) {
      try {
        bytes = bytes.subarray(write(descriptor, bytes));
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && (error.code === 'EAGAIN' || error.code === 'EINTR'))) return;
        refused += 1;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
      }
    }
  };
}
