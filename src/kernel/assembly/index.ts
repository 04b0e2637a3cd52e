// The kernel's functions, compiled by AssemblyScript: see ../kernel.ts. Places are byte offsets in the kernel's memory.
export { hashText } from './hash';
