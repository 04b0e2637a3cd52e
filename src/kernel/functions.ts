/** What the kernel exports; see the doc comments of src/kernel/assembly/. Places are byte offsets in its memory. */
export interface KernelFunctions {
  readonly memory: WebAssembly.Memory;
  hashText(from: number, to: number): number;
}
