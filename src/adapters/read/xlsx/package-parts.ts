import type { ByteSource } from '../../sources.js';
import type { ZipPart } from '../guard.js';
import { partText } from './part-text.js';
import { attribute } from './xml-text.js';

/** What a part of a package points at. */
export interface Relation {
  readonly id: string;
  /** Last word of its type: `worksheet`, `sharedStrings`, `styles`, `officeDocument` … */
  readonly type: string;
  /** Path inside the archive. */
  readonly path: string;
}

/** Parts of a workbook by path; case does not matter in paths. */
export class PackageParts {
  readonly #parts: ReadonlyMap<string, ZipPart>;

  constructor(
    private readonly source: ByteSource,
    parts: readonly ZipPart[],
  ) {
    this.#parts = new Map(parts.map((part) => [part.name.toLowerCase(), part]));
  }

  part(path: string): ZipPart | undefined {
    return this.#parts.get(path.toLowerCase());
  }

  /** The first part, in the archive's order, whose path looks like this. */
  find(path: RegExp): ZipPart | undefined {
    for (const part of this.#parts.values()) if (path.test(part.name)) return part;
    return undefined;
  }

  text(part: ZipPart): Promise<string> {
    return partText(this.source, part);
  }

  /** What a part points at, from the list beside it. `path` '' is the package itself. */
  async relations(path: string): Promise<readonly Relation[]> {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const list = this.part(`${folder}_rels/${path.slice(folder.length)}.rels`);
    if (list === undefined) return [];
    const tags = (await this.text(list)).matchAll(/<(?:\w+:)?Relationship\s[^<>]*>/g);
    return [...tags]
      .filter(([tag]) => attribute(tag, 'TargetMode').toLowerCase() !== 'external')
      .map(([tag]) => ({
        id: attribute(tag, 'Id'),
        type: /[^/]*$/.exec(attribute(tag, 'Type'))?.[0] ?? '',
        path: resolved(folder, attribute(tag, 'Target')),
      }));
  }
}

function resolved(folder: string, target: string): string {
  const segments: string[] = [];
  for (const segment of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}
