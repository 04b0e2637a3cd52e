import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder for one test file, gone afterwards; the answer puts a file into it and names it. */
export function tempFolder(): {
  readonly path: string;
  readonly file: (name: string, content: string | Uint8Array) => string;
} {
  const path = mkdtempSync(join(tmpdir(), 'crm-test-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    file: (name, content) => {
      const at = join(path, name);
      writeFileSync(at, content);
      return at;
    },
  };
}

/** A small order report: order number, buyer, paid, status and time of payment in each row. */
export function orderCsv(
  rows: readonly (readonly [string, string, string, string, string])[],
  header = HEADER,
): string {
  return `${[header, ...rows].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')}\r\n`;
}

const HEADER = ['订单编号', '买家会员名', '买家实际支付金额', '订单状态', '订单付款时间'] as const;

/** Three orders of two invented customers, one of whom comes back. */
export const THREE: readonly (readonly [string, string, string, string, string])[] = [
  ['3510000000000000001', '示例甲', '10.00', '交易成功', '2024-01-05 10:00:00'],
  ['3510000000000000002', '示例乙', '20.00', '交易成功', '2024-01-09 11:00:00'],
  ['3510000000000000003', '示例甲', '30.50', '交易成功', '2024-02-05 12:00:00'],
];
