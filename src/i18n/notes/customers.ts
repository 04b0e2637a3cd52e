import type { Words } from '../words.js';

/** What is said of who is one customer, and of orders the user took out. */
export const customersNotes = {
  'perhaps-the-same': {
    zh: '有 {customers} 位买家可能与别的买家是同一人（账号或手机号相同），分开计算。--identity linked 会把他们合并。',
    en: '{customers} customers are perhaps the same as another (equal account or phone); they are counted apart. --identity linked joins them.',
  },
  'identity-loose': {
    zh: '当心：--identity loose 把打码昵称、打码手机、收货人、地址都相同的订单猜成同一位买家（{orders} 单，{customers} 位）。这是猜测：可能把两个人当成一个，也可能把一个人当成两个。',
    en: 'Beware: --identity loose guesses that orders with equal masked name, masked phone, receiver and address are of one customer ({orders} orders, {customers} customers). It is a guess: two people may be taken for one, or one for two.',
  },
  'identity-linked': {
    zh: '账号或手机号相同的买家已合并：少了 {customers} 位（--identity linked 或 loose）。',
    en: 'Customers who share an account or phone were joined: {customers} fewer (--identity linked or loose).',
  },
  'identity-refused': {
    zh: '有 {groups} 组买家没有合并：共用一个账号或手机号的会员名超过 5 个，多半是代购或店铺自己的电话。crm check 列出在哪些行。',
    en: '{groups} groups of customers were not joined: more than 5 buyer ids share an account or phone, most likely of a forwarder or of the shop itself. crm check tells the rows.',
  },
  'aliases-used': {
    zh: '别名表 {file}：{names} 个名字，合并后少了 {customers} 位买家。',
    en: 'Alias file {file}: {names} names, {customers} customers fewer once joined.',
  },
  'aliases-unknown': {
    zh: '别名表 {file} 有 {count} 行的名字在订单里没有（第 {lines} 行）：检查是否写错；打码的名字认不出人。',
    en: '{count} lines of the alias file {file} have a name that no order has (line {lines}): check the spelling; masked names name nobody.',
  },
  'aliases-ambiguous': {
    zh: '别名表 {file} 有 {count} 行的名字在几个平台上都有，没有合并（第 {lines} 行）：写成“平台:名字”。',
    en: '{count} lines of the alias file {file} have a name that is a buyer on several platforms and were not joined (line {lines}): write platform:name.',
  },
  'exclusions-took': {
    zh: '按你的规则排除了 {orders} 个订单，不计入任何数字；排除与不排除的对比见 crm check。',
    en: '{orders} orders are excluded by your rules and are in no number; crm check shows the figures with and without.',
  },
  'exclusion-word-idle': {
    zh: '没有一单的备注里有“{name}”，这条排除规则没有用上：检查词是否写对，导出时是否勾选了备注。',
    en: 'No order has {name} in its memo, so this exclusion took nothing: check the word, and whether the memo was exported.',
  },
  'exclusion-list-idle': {
    zh: '排除名单 {name} 里的订单号或买家一个都没有找到，没有排除任何订单。',
    en: 'None of the orders or buyers of the exclusion list {name} were found: it took nothing.',
  },
  'exclusion-uncounted': {
    zh: '排除规则“{name}”涉及的 {named} 单本来就不计入，没有多排除。',
    en: 'The {named} orders that the exclusion {name} names do not count anyway: it took nothing more.',
  },
  'exclusion-missing': {
    zh: '排除名单 {file} 的 {listed} 项里有 {missing} 项在文件里找不到：检查是否写错，或缺了哪段时间的导出。',
    en: '{missing} of the {listed} entries of {file} are in none of the files: check the spelling, or whether an export is missing.',
  },
} as const satisfies Record<string, Words>;
