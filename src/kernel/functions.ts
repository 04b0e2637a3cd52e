/** What the kernel exports; see the doc comments in src/kernel/assembly/. Places are byte offsets in its memory. */
export interface KernelFunctions {
  readonly memory: WebAssembly.Memory;
  passGb18030(from: number, end: number, lineEnd: number, lines: number, count: number): number;
  /** Scans rows of a sheet; why it stopped. `request`: see assembly/sheet-request.ts. */
  scanRows(request: number): number;
  scanItems(job: number, at: number, limit: number): number;
  judgeItems(at: number, limit: number, blanks: number, room: number): number;
  itemsEnd(): number;
  hashText(from: number, to: number): number;
  scanRecords(job: number, start: number, end: number, room: number): number;
  textCells(job: number, kind: number): number;
  numberCells(job: number, kind: number, unicode: boolean): number;
}

/** The numbers of `ScanJob` in src/kernel/assembly/scan-job.ts, in their order. */
export const scanJob = [
  ...(['delimiter', 'wanted', 'places', 'stride', 'lines', 'cells', 'filled', 'content', 'doubled'] as const),
  ...(['mostColumns', 'mostBytes', 'mostLines', 'line', 'next'] as const),
] as const;

/** The numbers of `CellJob` in src/kernel/assembly/cell-job.ts, in their order. */
export const cellJob = [
  ...(['starts', 'ends', 'rows', 'states', 'values', 'textStarts', 'textEnds', 'hashes', 'textRows'] as const),
  ...(['firstRow', 'codes', 'scratch', 'odd'] as const),
] as const;

/** The numbers of `ItemJob` in src/kernel/assembly/item-job.ts, in their order. */
export const itemJob = [
  ...(['index', 'owners', 'owned', 'columns', 'room', 'counts', 'starts', 'ends', 'indexes'] as const),
] as const;
