import { normalOrders } from '../analysis/lists/normal-orders.js';
import { orderColumns } from '../analysis/lists/order-columns.js';
import { CrmError } from '../errors.js';
import { NO_DAY } from '../util/calendar.js';
import { defineCommand } from './command.js';
import { generalOptions, inputOptions, listOptions, outputOptions } from './options.js';
import { runImport } from './run-import.js';
import { sharedOrders } from './shared-orders.js';

/** Formats that hold a table and can be read again. */
const formats = ['parquet', 'csv', 'xlsx', 'ndjson'];
const endings: ReadonlySet<string> = new Set([...formats, 'jsonl']);

/** The columns, in their order; what they hold is said at `orderColumns`. */
const list = orderColumns.map(({ key }) => key).join(' ');

/** The orders of any exports in one layout that every command, and every other program, reads. */
export const convert = defineCommand({
  id: 'convert',
  summary: {
    zh: '转成统一格式：合并多年的导出，给 DuckDB、pandas 用',
    en: 'the orders in one layout: to keep history, for DuckDB and pandas',
  },
  about: {
    zh: `把一个或多个导出合并成一份统一的订单表，列名固定（英文），写成 parquet、csv、xlsx 或 ndjson；本工具的所有命令都能直接读它，结果与读原文件相同，也可以和更新的导出一起读。\n一行是订单的一个商品；订单的金额只写在它的第一行（line = 1），所以整列可以直接相加。未付款、已退款、已关闭的订单也在里面，uncounted 列写明原因。\n退款报表里的每一笔退款占一行，写在它的订单的行上（refundId 编号、refundDay 日期、refundTime 时间、refundAmount 金额），也可以直接相加：按 refundDay 汇总就是每天退了多少，--refunds refund-day 照常可用。退款比商品多时多出几行，只写退款；订单不在这些文件里的退款单独成行（uncounted = no-order，没有 line），以后和那个订单一起读时再归上。订单的 refunded 取订单报表和退款报表里较大的一个。\n列：${list}。\n不保留：被拒绝的行、重复行的个数、时间里的时区、没有成功的退款；xlsx 单元格里的 CRLF 变成 LF。给别人用时加 --pseudonymise。`,
    en: `One or many exports become one table of orders with stable columns, as parquet, csv, xlsx or ndjson. Every command reads it back with the same results as the files it came from, also together with newer exports.\nA row is a product of an order; the amounts of an order stand on its first row only (line = 1), so a column adds up. Unpaid, refunded and closed orders are in it too; the column uncounted says why they are no sales.\nEach refund of a refund report has a row among those of its order (refundId, refundDay, refundTime, refundAmount), so these add up too: summed by refundDay they are what went back that day, and --refunds refund-day works as before. An order with more refunds than products has further rows with nothing but a refund; a refund of an order that is in none of the files has a row of its own (uncounted = no-order, no line) and joins the order once both are read together. What an order has as refunded is the larger of its own report and the refund report.\nColumns: ${list}.\nNot kept: rejected rows, the number of duplicate rows, offsets of times, refunds that did not succeed; in xlsx a CRLF inside a cell becomes LF. Add --pseudonymise before giving it away.`,
  },
  usage: 'FILES…',
  arguments: { least: 1, most: Number.POSITIVE_INFINITY },
  options: { ...inputOptions, ...outputOptions, ...generalOptions, ...listOptions },
  examples: [
    {
      command: 'crm convert 2023.zip 2024/ orders.xlsx -o orders.parquet',
      purpose: { zh: '把历年导出存成一个文件', en: 'keep the exports of years in one file' },
    },
    {
      command: 'crm analyze orders.parquet this-month.csv',
      purpose: { zh: '历史加上本月的新导出', en: "the history and this month's export" },
    },
    {
      command: 'crm convert orders.csv --format ndjson | jq .gross',
      purpose: { zh: '接给别的程序', en: 'into another program' },
    },
  ],
  run: async (context) => {
    const { options, world } = context;
    requireFormat(options.output, options.format);
    const key = options.pseudonymise === undefined ? null : await world.keyFrom(options.pseudonymise);
    const imported = await runImport(context);
    const { table, currency } = normalOrders(imported);
    return {
      kind: 'report',
      exit: 0,
      report: {
        command: 'convert',
        asOf: imported.asOf === NO_DAY ? null : imported.asOf,
        asOfReason: imported.asOfReason,
        window: null,
        clock: imported.clock,
        currency,
        files: imported.files,
        tables: [key === null ? table : sharedOrders(table, key)],
        main: 'orders',
        definitions: {},
        findings: [],
        notes: imported.notes,
        issues: { ...imported.issues, first: imported.issues.first.slice(0, 20) },
        next: [],
        others: [],
      },
    };
  },
});

/** A table for people is not what is asked for here: the file's ending or `--format` must name a format for programs. */
function requireFormat(output: string | undefined, format: string | undefined): void {
  const ending = /\.(\w+)$/.exec(output?.toLowerCase() ?? '')?.[1] ?? '';
  if (format === undefined ? endings.has(ending) : formats.includes(format)) return;
  throw new CrmError('convert-format', output ?? 'crm convert', { formats: formats.join(' ') });
}
