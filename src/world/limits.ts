const gibibyte = 2 ** 30;

/** The largest inputs that are read, in bytes. */
export interface SizeLimits {
  readonly text: number;
  /** Zip archives, workbooks of the xlsx family among them. */
  readonly zip: number;
  /** Held in memory whole, since it can be read only once. */
  readonly stdin: number;
}

/** 4 GiB of text, 2 GiB of zip, 1 GiB through a pipe; `--max-size` (bytes) replaces all three. */
export function sizeLimits(maxSize: number | null = null): SizeLimits {
  if (maxSize !== null) return { text: maxSize, zip: maxSize, stdin: maxSize };
  return { text: 4 * gibibyte, zip: 2 * gibibyte, stdin: gibibyte };
}

/** A size for people: `4 GiB`, `1.5 MiB`, `12 B`; three digits at most. */
export function sizeText(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${Number(value.toPrecision(value >= 1000 ? 4 : 3))} ${units[unit] ?? ''}`;
}
