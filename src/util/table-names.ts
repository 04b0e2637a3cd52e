/** What of a folder or an archive is read. */
export const tableEndings = ['csv', 'txt', 'tsv', 'xls', 'xlsx', 'xlsm', 'xlsb', 'ods', 'html', 'htm', 'zip'] as const;

const endings: ReadonlySet<string> = new Set(tableEndings);

/** Whether a name ends like a table's. */
export function hasTableEnding(name: string): boolean {
  const dot = name.lastIndexOf('.');
  return dot >= 0 && endings.has(name.slice(dot + 1).toLowerCase());
}

/** Hidden (our own temporary files are), or the lock Excel leaves beside an open workbook. */
export function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$');
}
