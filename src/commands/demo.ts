import { importOrders } from '../adapters/import.js';
import { demoOrders, shopName } from '../demo/shop.js';
import { taobaoCsv, taobaoHeader, taobaoRows } from '../demo/taobao-export.js';
import { CrmError } from '../errors.js';
import { demoText } from '../i18n/demo.js';
import { say } from '../i18n/words.js';
import { xlsxStream } from '../reporters/xlsx/stream.js';
import { analyzeReport } from './analyze.js';
import { type CommandContext, defineCommand } from './command.js';
import { peopleRules } from './lists.js';
import { memorySource } from './memory-source.js';
import { analysisOptions, demoOptions } from './options.js';
import { rejectsEnding, writeRejects } from './rejects.js';
import { type AnalysisOptions, counting, importOptions } from './run-import.js';

const DEFAULT_ORDERS = 5000;
const DEFAULT_SEED = 1;

/** A made-up shop: analysed at once, or saved as the platform would export it. */
export const demo = defineCommand({
  id: 'demo',
  summary: {
    zh: '示例店铺：先看看效果，或生成一份订单报表',
    en: 'a made-up shop: see what it looks like, or make an order report',
  },
  about: {
    zh: '店铺、顾客、订单全是编的，相同的种子每次都一样。不写 --save 就直接分析；写了就存成淘宝订单报表（.csv 或 .xlsx），多少单都行。',
    en: 'Shop, customers and orders are invented; the same seed makes the same shop. Without --save it is analysed at once; with it, it is saved as a Taobao order report (.csv or .xlsx) of any length.',
  },
  usage: '',
  arguments: { least: 0, most: 0 },
  options: { ...demoOptions, ...analysisOptions },
  examples: [
    { command: 'crm demo', purpose: { zh: '分析示例店铺', en: 'analyse the demo shop' } },
    { command: 'crm demo --orders 1000 --save demo.xlsx', purpose: { zh: '存成工作簿', en: 'save it as a workbook' } },
    {
      command: 'crm demo --orders 1000000 --save big.csv --encoding gb18030',
      purpose: { zh: '一百万单的 GBK 文件', en: 'a GBK file of a million orders' },
    },
  ],
  run: async (context) => {
    const { options, lang, world } = context;
    const wish = { orders: options.orders ?? DEFAULT_ORDERS, seed: options.seed ?? DEFAULT_SEED };
    if (options.save === undefined) return { kind: 'report', report: await demoReport(context, wish), exit: 0 };
    await world.save(options.save, exportOf(options.save, wish, options.encoding));
    return { kind: 'text', text: `${say(demoText.saved, lang, { orders: wish.orders, file: options.save })}\n` };
  },
});

interface Wish {
  readonly orders: number;
  readonly seed: number;
}

async function demoReport(context: CommandContext<AnalysisOptions>, wish: Wish) {
  const { options, world } = context;
  rejectsEnding(options);
  const bytes = [...taobaoCsv(demoOrders(wish), 'gb18030')];
  const sources = [memorySource(`${shopName}.csv`, bytes)];
  const total = sources.reduce((sum, { size }) => sum + size, 0);
  const asked = importOptions(options, null, await peopleRules(options, world));
  const services = { runChild: world.runChild, onBytes: counting((read) => world.progress(read, total)) };
  const imported = await importOrders(sources, asked, services);
  await writeRejects({ sources, options: asked, services, imported }, context);
  const next = [{ purpose: demoText.ownShop, command: 'crm analyze orders.xlsx' }];
  return analyzeReport('demo', imported, options, next);
}

/** The export in the format of the file's ending. */
function exportOf(file: string, wish: Wish, encoding = 'utf-8'): Iterable<Uint8Array> | AsyncIterable<Uint8Array> {
  const ending = /\.(\w+)$/.exec(file.toLowerCase())?.[1];
  const orders = demoOrders(wish);
  if (ending === 'xlsx') return xlsxStream({ name: 'export', header: taobaoHeader, rows: taobaoRows(orders) });
  if (ending === 'csv' && (encoding === 'gb18030' || encoding === 'utf-8' || encoding === 'auto')) {
    return taobaoCsv(orders, encoding === 'gb18030' ? 'gb18030' : 'utf-8');
  }
  throw new CrmError(ending === 'csv' ? 'save-encoding' : 'save-ending', file);
}
