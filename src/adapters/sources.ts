/**
 * A named stream of bytes out of a file or standard input, handed in by the world. Nothing here opens files.
 */
export interface ByteSource {
  /** Base name, as shown to people and written to JSON; not sanitised. */
  readonly name: string;
  /** As the user typed or would type it, for commands to copy. */
  readonly path: string;
  /** Size in bytes. */
  readonly size: number;
  /** Size of the file itself, where its content was decrypted. */
  readonly fileSize?: number;
  /** The SHA-256 is wanted in the answer: it is known already, or the first whole pass takes it along. */
  readonly hashed?: boolean;
  /** SHA-256 of the whole file, lower-case hex. Takes a pass of its own where it is not known. */
  sha256(): Promise<string>;
  /**
   * The bytes from the start, in pieces of ≥ 256 KiB; may be called again; throws `changed-while-read`. `lent`: whoever
   * reads is done with a piece when asking for the next or stopping, so that its memory may be used again.
   */
  pieces(lent?: boolean): AsyncIterable<Uint8Array>;
  /** Came out of a folder, pattern or archive: a refusal is said and the file passed over, if another can be used. */
  readonly optional?: boolean;
  /** What an optional file came out of, as typed: of each folder, pattern and archive at least one file must be usable. */
  readonly group?: string;
  /** Stands inside another file: nothing can be opened at its path, its bytes come through this source alone. */
  readonly inside?: boolean;
  /** Some bytes at a position (fewer at the end): for directories of archives and for magic numbers. */
  at(position: number, length: number): Promise<Uint8Array>;
  /** With what another thread opens the same bytes: plain data, the world's own. Absent where only this thread can. */
  readonly ticket?: unknown;
}

/** Memory that goes to a thread with a job, and what it holds. */
export interface LentMemory {
  readonly what: unknown;
  readonly memory: readonly ArrayBuffer[];
}

/** Threads of the program's own that do jobs side by side; the world's. Jobs, news and answers are plain data. */
export interface Workers {
  /** Below so many bytes in all, starting threads costs more than it saves. */
  readonly leastBytes: number;
  /**
   * How many jobs may run at once where one may have to hold a file of so many bytes. `isHere`: this thread does one of
   * them itself.
   */
  threads(largestBytes: number, isHere?: boolean): number;
  /**
   * Has a job done by the next free thread, in the sequence of the calls; `onNews` is told what the thread says meanwhile.
   * The thread may do with `lent` what it likes, and it is gone here. Null where no thread could be had: the job must be done here. Rejects with what the job threw.
   */
  run(job: unknown, onNews: (news: unknown) => void, lent?: LentMemory | null): Promise<unknown>;
  /** Ends the threads; unfinished jobs are never answered. The next job starts new ones. */
  close(): Promise<void>;
}

/** Passwords for protected files, handed in by the world. They appear in no message and no output. */
export interface Passwords {
  /** Those that were given, and typed ones that were right, the last right one first. */
  readonly known: () => readonly string[];
  /** Asks for one; null where nobody can be asked or nothing was typed. `again`: those tried so far were wrong. */
  readonly ask: (file: string, again: boolean) => Promise<string | null>;
  /** Told which one was right: it is tried first on the next file. */
  readonly right: (password: string) => void;
}

/** Runs one of the program's own entry points in a guarded child process; the world's. */
export type RunChild = (request: ChildRequest) => Promise<ChildResult>;

export interface ChildRequest {
  /** URL of the compiled entry point. */
  readonly entry: URL;
  readonly args: readonly string[];
  /** Written to its standard input. */
  readonly input: AsyncIterable<Uint8Array>;
  /** Called with each piece of its standard output; while a promise it answers is open, the child has to wait. */
  readonly onOutput: (piece: Uint8Array) => Promise<void> | undefined | void;
  readonly heapMegabytes: number;
  readonly seconds: number;
}

/** How the child ended: by itself with `code`, or killed by the guard, with the reason. */
export interface ChildResult {
  readonly code: number | null;
  readonly killed: 'time' | 'memory' | null;
  /** The last 4 KB of its standard error, for bug reports; never shown by default. */
  readonly stderr: string;
}
