import { Columns } from './columns.js';
import type { Job } from './job.js';
import { loadExcelJs, type StreamedRow } from './peers.js';

/** The streaming reader of exceljs. */
export const excelJs: Job = async (path) => {
  const { stream } = await loadExcelJs();
  const columns = new Columns();
  const options = {
    entries: 'emit',
    sharedStrings: 'cache',
    worksheets: 'emit',
    hyperlinks: 'ignore',
    styles: 'ignore',
  };
  for await (const sheet of new stream.xlsx.WorkbookReader(path, options)) {
    for await (const row of sheet) if (row.number > 1) columns.row(valuesOf(row));
  }
  return { checksum: columns.checksum() };
};

/** Cells from position 0; exceljs counts from 1. */
function valuesOf({ values }: StreamedRow): readonly unknown[] {
  return values.slice(1);
}
