import type { Kernels } from '../../kernel/kernels.js';
import type { SheetPlace } from '../identify/refusal.js';
import type { ImportOptions } from '../options.js';
import type { IssueCollector } from './issue-collector.js';

/** What reading a sheet needs to know besides the sheet. */
export interface ReadContext extends SheetPlace {
  /** Index of the file among the sources as given. */
  readonly fileIndex: number;
  readonly options: Pick<ImportOptions, 'timezone' | 'showValues' | 'orderIds'>;
  readonly issues: IssueCollector;
  /** Where the writing of rows borrows a kernel; absent: from those of this thread. */
  readonly kernels?: Kernels;
  /** Share of the file that has been read, 0–1; so that room for its rows can be made at once. */
  readonly progress?: () => number;
}
