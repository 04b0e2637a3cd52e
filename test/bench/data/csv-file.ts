import { yuan } from '../../../src/demo/taobao-columns.js';
import { encodeGb18030 } from '../../../src/util/gb18030-encoder.js';
import { columns, header } from './layout.js';
import type { PieceWriter } from './piece-writer.js';

/** Writes rows as the platform's text file: every cell in quotes, ids as ="…", lines end in CR LF. */
export class CsvFile {
  constructor(
    private readonly file: PieceWriter,
    encoding: 'utf-8' | 'gb18030',
  ) {
    this.encode = encoding === 'gb18030' ? encodeGb18030 : (text) => Buffer.from(text);
    this.text = `${header.map(quoted).join(',')}\r\n`;
  }

  private readonly encode: (text: string) => Uint8Array;
  private text: string;

  row(cells: readonly (string | number)[]): void {
    let line = '';
    for (let column = 0; column < cells.length; column++) {
      if (column > 0) line += ',';
      line += written(cells[column]!, columns[column]!.kind);
    }
    this.text += `${line}\r\n`;
    if (this.text.length > 1 << 18) this.flush();
  }

  close(): void {
    this.flush();
    this.file.close();
  }

  private flush(): void {
    this.file.write(this.encode(this.text));
    this.text = '';
  }
}

function written(value: string | number, kind: string): string {
  if (typeof value === 'number') return kind === 'money' ? `"${yuan(value)}"` : `"${value}"`;
  return kind === 'id' ? `="${value}"` : quoted(value);
}

function quoted(text: string): string {
  return text.includes('"') ? `"${text.replaceAll('"', '""')}"` : `"${text}"`;
}
