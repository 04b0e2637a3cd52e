import { CrmError, type ErrorCode } from '../../errors.js';
import type { Params } from '../../i18n/words.js';
import { commandLine } from '../../util/shell.js';
import type { HeaderRow } from './header-row.js';

/** Where the sheet is, for messages: the file's name and its path for commands, the sheet's name ('' for texts). */
export interface SheetPlace {
  readonly file: string;
  readonly path: string;
  readonly sheet: string;
}

/** A refusal of a sheet with its header as evidence and, for each of `options`, a command to copy. */
export function refusal(
  code: ErrorCode,
  header: HeaderRow | null,
  place: SheetPlace,
  params: Params,
  options: readonly string[][] = [],
): CrmError {
  const names = (header?.names ?? []).filter((name) => name.trim() !== '');
  const details = names.length > 40 ? [...names.slice(0, 40), '…'] : names;
  return new CrmError(
    code,
    whereOf(place),
    { ...params, line: header?.line ?? 0, columns: names.length },
    {
      details: details.length > 0 ? [details.join('  ')] : [],
      commands: options.map((words) => commandLine(['crm', 'analyze', place.path, ...words])),
    },
  );
}

/** File and sheet as messages name them. */
export function whereOf({ file, sheet }: SheetPlace): string {
  return sheet === '' ? file : `${file} [${sheet}]`;
}
