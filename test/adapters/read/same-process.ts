import * as XLSX from 'xlsx';
import * as codepages from 'xlsx/dist/cpexcel';
import { answerWorkbook } from '../../../src/adapters/read/answer.js';
import type { ReadServices } from '../../../src/adapters/read/open.js';

XLSX.set_cptable(codepages);

/** What the child does, without a child: fast, for workbooks made in the test itself. */
export const sameProcess: ReadServices = {
  onBytes: () => undefined,
  runChild: async ({ args, input, onOutput }) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of input) pieces.push(piece);
    let stderr = '';
    answerWorkbook(XLSX, args[0] ?? '', Buffer.concat(pieces), onOutput, (error) => {
      stderr = error.message;
    });
    return { code: 0, killed: null, stderr };
  },
};
