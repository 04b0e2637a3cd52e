import { read, SSF, set_cptable } from 'xlsx';
import * as codepages from 'xlsx/dist/cpexcel';
import { answerWorkbook } from './answer.js';

/**
 * The entry point of the child process: reads a workbook of the kind its argument names from standard input and writes
 * frames to standard output, nothing else. The only program that loads the xlsx package; it runs under a heap and a
 * time limit.
 */
console.log = console.error;
set_cptable(codepages);

const pieces: Uint8Array[] = [];
for await (const piece of process.stdin) pieces.push(piece as Uint8Array);
answerWorkbook(
  { read, SSF },
  process.argv[2] ?? '',
  Buffer.concat(pieces.splice(0)),
  (piece) => process.stdout.write(piece),
  (error) => console.error(error.stack),
);
