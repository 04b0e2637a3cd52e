import type { read, SSF } from 'xlsx';
import { FrameWriter } from './frames.js';
import { CannotRead, sendWorkbook } from './send-workbook.js';

/** The two things needed of the xlsx package, handed in by the only program that loads it. */
export interface WorkbookLibrary {
  readonly read: typeof read;
  readonly SSF: typeof SSF;
}

/**
 * Reads a workbook and writes it as frames, ending with a final count or a refusal. Cells are walked as they exist, not
 * by the size the sheet says it has; nothing is formatted; texts of web pages are left as they stand.
 */
export function answerWorkbook(
  library: WorkbookLibrary,
  kind: string,
  bytes: Buffer,
  out: (piece: Uint8Array) => void,
  complain: (error: Error) => void,
): void {
  const frames = new FrameWriter(out);
  try {
    const options = { dense: true, nodim: true, cellNF: true, cellText: false, cellHTML: false, raw: true } as const;
    const book =
      kind === 'html'
        ? library.read(bytes.toString('utf8'), { ...options, type: 'string' })
        : library.read(bytes, { ...options, type: 'buffer', bookFiles: kind === 'xlsx' });
    sendWorkbook(book, kind === 'xlsx', (format) => library.SSF.is_date(format), frames);
  } catch (error) {
    const why = error instanceof Error ? error : new Error(String(error));
    complain(why);
    if (why instanceof CannotRead) frames.refusal(why.code, why.params);
    else if (/password|encrypt/i.test(why.message)) frames.refusal('password-unsupported', { scheme: oldScheme(kind) });
    else frames.refusal('workbook-damaged', {});
  }
}

/** How books of a kind are protected where the package cannot open them. */
function oldScheme(kind: string): string {
  return kind === 'xls' ? 'XLS RC4/XOR' : kind.toUpperCase();
}
