/** What the kernel exports; see the doc comments of src/kernel/assembly/. Places are byte offsets in its memory. */
export interface KernelFunctions {
  readonly memory: WebAssembly.Memory;
  passGb18030(from: number, end: number, lineEnd: number, lines: number, count: number): number;
  /** Scans rows of a sheet; why it stopped. `request`: see assembly/sheet-request.ts. */
  scanRows(request: number): number;
  hashText(from: number, to: number): number;
}
