import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { demoOrders } from '../../../src/demo/shop.js';
import { CsvFile } from './csv-file.js';
import { cellsOf } from './layout.js';
import { PieceWriter } from './piece-writer.js';
import { type Strings, writeWorkbook } from './workbook-file.js';

const SEED = 20200301;

/** The files of the benchmark; each is written when it is first asked for. Same size and seed, same bytes. */
export class Files {
  constructor(private readonly folder: string) {}

  /** `orders` orders as text. */
  csv(orders: number, encoding: 'utf-8' | 'gb18030'): string {
    return this.file(`${orders}-${encoding}.csv`, (path) => {
      const file = new CsvFile(new PieceWriter(path), encoding);
      for (const cells of rowsOf(orders)) file.row(cells);
      file.close();
    });
  }

  workbook(orders: number, strings: Strings): string {
    return this.file(`${orders}-${strings}.xlsx`, (path) => writeWorkbook(path, strings, rowsOf(orders)));
  }

  /** A folder of `files` text files, the same orders as one of `files × orders`. */
  csvFolder(files: number, orders: number): string {
    return this.file(`${files}x${orders}`, (path) => {
      mkdirSync(path);
      const rows = rowsOf(files * orders);
      for (let index = 0; index < files; index++) {
        const file = new CsvFile(new PieceWriter(join(path, `${String(index + 1).padStart(3, '0')}.csv`)), 'gb18030');
        for (let row = 0; row < orders; row++) file.row(rows.next().value ?? []);
        file.close();
      }
    });
  }

  /** A file has its name only when it is whole: one that is there is used again. */
  private file(name: string, write: (path: string) => void): string {
    const path = join(this.folder, name);
    if (existsSync(path)) return path;
    const growing = `${path}.part`;
    rmSync(growing, { recursive: true, force: true });
    write(growing);
    renameSync(growing, path);
    return path;
  }
}

function* rowsOf(orders: number): Generator<(string | number)[]> {
  for (const order of demoOrders({ orders, seed: SEED })) yield cellsOf(order);
}
