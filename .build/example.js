// Writes fixtures/example/orders.csv from the compiled demo shop.
import { writeFileSync } from 'node:fs';
import { example } from '../dist/demo/example.js';
import { demoOrders } from '../dist/demo/shop.js';
import { taobaoCsv } from '../dist/demo/taobao-export.js';

const file = new URL('../fixtures/example/orders.csv', import.meta.url);
writeFileSync(file, Buffer.concat([...taobaoCsv(demoOrders(example), 'gb18030')]));
