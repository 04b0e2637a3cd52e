import { CrmError } from '../../errors.js';
import { hasTableEnding, isPassedOver, tableEndings } from '../../util/table-names.js';
import type { ZipEntry } from '../read/zip-directory.js';

/**
 * The files of an archive that look like tables by their names; if there is but one file, that one. Folders, hidden
 * files and what macOS and Windows leave behind are passed over. Refused when nothing is left.
 */
export function archiveTables(archive: string, entries: readonly ZipEntry[]): ReadonlySet<ZipEntry> {
  const visible = entries.filter(({ name }) => !name.endsWith('/') && !name.split('/').some(isJunk));
  const named = visible.filter(({ name }) => hasTableEnding(name));
  const wanted = named.length === 0 && visible.length === 1 ? visible : named;
  if (wanted.length > 0) return new Set(wanted);
  const endings = tableEndings.map((ending) => `.${ending}`).join(' ');
  throw new CrmError('zip-without-tables', archive, { files: visible.length, endings });
}

function isJunk(segment: string): boolean {
  if (segment === '.') return false;
  return isPassedOver(segment) || /^(?:__macosx|thumbs\.db|desktop\.ini)$/i.test(segment);
}
