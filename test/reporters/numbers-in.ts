/** A number as people read it, and how far the exact one may be from it. */
export interface ReadNumber {
  readonly value: number;
  readonly within: number;
}

const NUMBER = /-?(?:JP¥|HK\$|NT\$|[¥$£])?\d[\d,]*(?:\.\d+)?(?:e[-+]\d+)?(?:%|万|亿|k|M)?/g;
const SCALES: Readonly<Record<string, number>> = { '%': 0.01, 万: 1e4, 亿: 1e8, k: 1e3, M: 1e6 };

/** The numbers written in a text: `¥1,234.50`, `25.2%`, `19.0万`; intervals (`24.3-26.1%`) are two. */
export function numbersIn(text: string): readonly ReadNumber[] {
  const apart = text.replace(/(\d)-(\d[\d.]*%)/g, '$1% $2');
  return [...apart.matchAll(NUMBER)].map(([written]) => {
    const scale = SCALES[written.at(-1) ?? ''] ?? 1;
    const digits = written.replace(/[^\d.-]/g, '');
    const decimals = digits.split('.')[1]?.length ?? 0;
    return { value: Number(digits) * scale, within: 0.5 * 10 ** -decimals * scale };
  });
}

/** Whether a number is one of those read, after rounding. */
export function isAmong(exact: number, read: readonly ReadNumber[]): boolean {
  return read.some(({ value, within }) => Math.abs(value - exact) <= within * (1 + 1e-9) + 1e-12);
}
