import { importOrders } from '../../src/adapters/import.js';
import type { CountingRules, ImportOptions } from '../../src/adapters/options.js';
import { memorySource } from '../../src/commands/memory-source.js';
import type { Imported } from '../../src/model/imported.js';
import { plainRules } from './row-store.js';

/** Options of an import as when nothing was said. */
export const plainOptions: ImportOptions = {
  delimiter: 'auto',
  encoding: 'auto',
  sheet: null,
  header: true,
  platform: null,
  map: [],
  orderIds: 'keep',
  timezone: null,
  showValues: false,
  rules: plainRules,
};

/** Imports texts as files: name → content. */
export function imported(
  files: Readonly<Record<string, string>> | readonly (readonly [string, string])[],
  options: Partial<ImportOptions> = {},
  rules: Partial<CountingRules> = {},
): Promise<Imported> {
  const named = Array.isArray(files) ? (files as readonly (readonly [string, string])[]) : Object.entries(files);
  const sources = named.map(([name, text]) => memorySource(name, [new TextEncoder().encode(text)]));
  const whole = { ...plainOptions, ...options, rules: { ...plainRules, ...rules } };
  const runChild = () => Promise.reject(new Error('texts need no child'));
  return importOrders(sources, whole, { runChild, onBytes: () => undefined });
}

/** A Taobao order report of rows, with these columns. */
export function report(columns: readonly string[], ...rows: readonly string[]): string {
  return [columns.join(','), ...rows].join('\n') + '\n';
}

export const columns = [
  '订单编号',
  '买家会员名',
  '总金额',
  '买家实际支付金额',
  '退款金额',
  '订单状态',
  '订单创建时间',
  '订单付款时间 ',
];
export const row = (
  order: number | string,
  buyer: string,
  total: string,
  paid: string,
  refund: string,
  status: string,
  created: string,
  time: string,
) => [order, buyer, total, paid, refund, status, created, time].join(',');
