import { z } from 'zod/mini';
import { option } from '../option.js';
import { text, words } from '../values.js';

/** Who is one customer, and which orders are taken out. */
export const peopleOptions = {
  identity: option(z.enum(['strict', 'linked', 'loose']), {
    group: 'count',
    value: 'strict|linked|loose',
    zh: '怎样算同一位买家。strict（默认）：会员名，否则账号，否则完整手机号；linked：账号或手机号相同的合并；loose：再用打码的昵称、手机、收货人、地址猜',
    en: 'who is one customer. strict (default): buyer id, else account, else full phone; linked: equal account or phone joins; loose: also guess by masked name, phone, receiver and address',
    expected: { zh: 'strict、linked 或 loose', en: 'strict, linked or loose' },
  }),
  aliases: option(text, {
    group: 'count',
    value: 'FILE',
    zh: '别名表（CSV 或 TSV）：每行是同一位买家的几个名字；几个平台都有的名字写“平台:名字”',
    en: 'alias file (CSV or TSV): each line holds names of one customer; platform:name where several platforms have it',
  }),
  exclude: option(text, {
    group: 'count',
    value: 'FILE',
    zh: '排除名单：每行一个订单号（刷单），或“买家:名字”（员工、分销商）',
    en: 'exclusion list: an order number a line (brushing), or buyer:NAME (staff, distributors)',
  }),
  excludeMemo: option(words, {
    group: 'count',
    value: 'WORD',
    repeatable: true,
    zh: '排除备注里有这个词的订单，如 刷单；可写多次',
    en: 'exclude orders whose memo holds this word; may be given several times',
    expected: { zh: '不空的词', en: 'a word' },
  }),
} as const;
