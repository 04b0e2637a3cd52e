import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';

/** Brings in a package that is installed beside the program: scripts cannot import by themselves. */
export type ImportPackage = (name: string) => Promise<unknown>;

/** A part of the built program: CommonJS as one function, in plain ASCII. */
type Part = (
  exports: object,
  require: (name: string) => unknown,
  module: { exports: object },
  filename: string,
  importPackage: ImportPackage,
) => void;

/**
 * The engine this program runs in, as far as code made by it depends on it: this very executable. Its version alone does
 * not do: versions of Node that share one of V8 take each other's code and end in a crash. Null: it cannot be told.
 */
export function engineName(executable = process.execPath): string | null {
  try {
    const { size, mtimeMs } = statSync(executable);
    return [process.version, process.arch, size.toString(36), Math.floor(mtimeMs).toString(36)].join('-');
  } catch {
    return null;
  }
}

/** The same for threads that read large files: they begin under the settings the program has come to by then. */
export function threadEngineName(engine = engineName()): string | null {
  return engine === null ? null : `${engine}-thread`;
}

/** Where the code lies that an engine made of a part when the program was built. */
export const cacheOf = (part: string, engine: string): string => `${part}.${engine}.cache`;

/**
 * Loads the parts of the built program, each once. Beside a part may lie the code the engine made of it at build time:
 * with it there is nothing to parse, which is a third of a small run. It is used by the executable that made it alone,
 * and under the same settings: others the engine refuses by itself. Packages are published without. Nothing is written.
 */
export class ProgramParts {
  /** The compiled parts in the order of loading. */
  readonly scripts = new Map<string, Script>();
  private readonly loaded = new Map<string, { exports: object }>();
  private readonly require: (name: string) => unknown;

  constructor(
    private readonly folder: string,
    private readonly importPackage: ImportPackage,
    private readonly engine: string | null = engineName(),
  ) {
    const others = createRequire(join(folder, 'parts'));
    this.require = (name) => (name.startsWith('./') ? this.load(name.slice(2)) : others(name));
  }

  /** What a part exports. */
  load(name: string): unknown {
    const known = this.loaded.get(name);
    if (known !== undefined) return known.exports;
    const path = join(this.folder, name);
    const script = compiled(path, this.engine);
    this.scripts.set(name, script);
    const module = { exports: {} };
    this.loaded.set(name, module);
    (script.runInThisContext() as Part)(module.exports, this.require, module, path, this.importPackage);
    return module.exports;
  }
}

function compiled(path: string, engine: string | null): Script {
  const cachedData = engine === null ? null : readIfThere(cacheOf(path, engine));
  return new Script(readFileSync(path, 'latin1'), {
    filename: path,
    ...(cachedData === null ? {} : { cachedData }),
  });
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
