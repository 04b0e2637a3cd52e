/**
 * What the workbook child says to its parent: frames of a tag byte and fixed little-endian fields.
 * SHEET: u32 length, name · TEXT: u32 length, bytes (the next string of the book's table) · ROW: u32 line, u32 cells,
 * u32 width, u32 filled, then 11 bytes a cell: u16 column, u8 kind, f64 value or string number · END: u32 rows,
 * u32 blank, f64 cells · FINAL: u32 sheets, f64 rows, f64 cells · REFUSAL: u32 length, JSON.
 */
export const frame = { sheet: 1, text: 2, row: 3, end: 4, final: 5, refusal: 6 } as const;

/** What a cell of a ROW frame is: a number, a date (serial of the 1900 system), a text or an error. */
export const cellKind = { number: 0, date: 1, text: 2, error: 3 } as const;

/** Bytes of one cell in a ROW frame. */
export const CELL_BYTES = 11;

/** A cell on its way to the parent. */
export interface FrameCell {
  readonly column: number;
  readonly kind: (typeof cellKind)[keyof typeof cellKind];
  /** The number or serial, or the number of the string. */
  readonly value: number;
}

/** Writes frames in pieces of about 1 MB. */
export class FrameWriter {
  private readonly pieces: Buffer[] = [];
  private size = 0;
  private readonly texts = new Map<string, number>();

  constructor(private readonly out: (piece: Uint8Array) => void) {}

  sheet(name: string): void {
    this.lengthAndText(frame.sheet, name);
  }

  /** The number of a string; sent the first time. */
  text(text: string): number {
    const known = this.texts.get(text);
    if (known !== undefined) return known;
    const index = this.texts.size;
    this.texts.set(text, index);
    this.lengthAndText(frame.text, text);
    return index;
  }

  row(line: number, width: number, filled: number, cells: readonly FrameCell[]): void {
    const bytes = Buffer.allocUnsafe(17 + cells.length * CELL_BYTES);
    bytes.writeUInt8(frame.row, 0);
    bytes.writeUInt32LE(line, 1);
    bytes.writeUInt32LE(cells.length, 5);
    bytes.writeUInt32LE(width, 9);
    bytes.writeUInt32LE(filled, 13);
    let at = 17;
    for (const { column, kind, value } of cells) {
      bytes.writeUInt16LE(column, at);
      bytes.writeUInt8(kind, at + 2);
      bytes.writeDoubleLE(value, at + 3);
      at += CELL_BYTES;
    }
    this.push(bytes);
  }

  end(rows: number, blank: number, cells: number): void {
    const bytes = Buffer.alloc(17);
    bytes.writeUInt8(frame.end, 0);
    bytes.writeUInt32LE(rows, 1);
    bytes.writeUInt32LE(blank, 5);
    bytes.writeDoubleLE(cells, 9);
    this.push(bytes);
  }

  final(sheets: number, rows: number, cells: number): void {
    const bytes = Buffer.alloc(21);
    bytes.writeUInt8(frame.final, 0);
    bytes.writeUInt32LE(sheets, 1);
    bytes.writeDoubleLE(rows, 5);
    bytes.writeDoubleLE(cells, 13);
    this.push(bytes);
    this.flush();
  }

  /** Says why the book cannot be used; nothing said before counts. */
  refusal(code: string, params: Readonly<Record<string, string | number>>): void {
    this.lengthAndText(frame.refusal, JSON.stringify({ code, params }));
    this.flush();
  }

  private lengthAndText(tag: number, text: string): void {
    const bytes = Buffer.from(text, 'utf8');
    const head = Buffer.alloc(5);
    head.writeUInt8(tag, 0);
    head.writeUInt32LE(bytes.length, 1);
    this.push(head);
    this.push(bytes);
  }

  private push(bytes: Buffer): void {
    this.pieces.push(bytes);
    this.size += bytes.length;
    if (this.size > 1 << 20) this.flush();
  }

  private flush(): void {
    this.out(Buffer.concat(this.pieces.splice(0), this.size));
    this.size = 0;
  }
}
