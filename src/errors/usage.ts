import type { ErrorKind } from '../errors.js';

const help = { zh: '用法见 crm {command} --help', en: 'see crm {command} --help' };

/** Commands and options that were typed wrong, or that these files cannot answer. */
export const usageErrors = {
  'unknown-command': {
    exit: 2,
    what: { zh: '没有这个命令', en: 'no such command' },
    remedy: { zh: '全部命令见 crm --help', en: 'see crm --help for all commands' },
  },
  'option-before-command': {
    exit: 2,
    what: { zh: '选项要写在命令后面', en: 'options come after the command' },
    remedy: {
      zh: '先写命令，如 crm analyze orders.xlsx --lang en',
      en: 'name the command first: crm analyze orders.xlsx --lang en',
    },
  },
  'unknown-option': {
    exit: 2,
    what: { zh: 'crm {command} 没有这个选项', en: 'crm {command} has no such option' },
    remedy: help,
  },
  'option-without-value': {
    exit: 2,
    what: { zh: '这个选项后面要写一个值：{value}', en: 'this option needs a value: {value}' },
    remedy: help,
  },
  'option-with-value': {
    exit: 2,
    what: { zh: '这个选项是开关，后面不写值', en: 'this option is a switch and takes no value' },
    remedy: help,
  },
  'option-twice': {
    exit: 2,
    what: { zh: '这个选项写了两次', en: 'this option is given twice' },
    remedy: { zh: '只保留一个', en: 'keep one of them' },
  },
  'bad-option': {
    exit: 2,
    what: { zh: '读不懂「{given}」', en: 'cannot read "{given}"' },
    remedy: { zh: '应为{expected}', en: 'expected {expected}' },
  },
  'flag-among-files': {
    exit: 2,
    what: {
      zh: '“--” 后面的都当作文件名，没有这个文件',
      en: 'everything after "--" is a file name, and there is no such file',
    },
    remedy: { zh: '选项写在 “--” 前面', en: 'put options before "--"' },
  },
  'too-few-arguments': {
    exit: 2,
    what: { zh: '还缺参数：{usage}', en: 'something is missing: {usage}' },
    remedy: help,
  },
  'too-many-arguments': {
    exit: 2,
    what: { zh: '参数太多：{usage}', en: 'too many arguments: {usage}' },
    remedy: help,
  },
  'options-exclude': {
    exit: 2,
    what: { zh: '不能和 {other} 一起用', en: 'cannot be used together with {other}' },
    remedy: { zh: '只保留一个', en: 'keep one of them' },
  },
  'option-needs': {
    exit: 2,
    what: { zh: '要和 {other} 一起用', en: 'needs {other} beside it' },
    remedy: { zh: '加上 {other}', en: 'add {other}' },
  },
  'window-reversed': {
    exit: 2,
    what: { zh: '统计期的第一天 {from} 晚于最后一天 {to}', en: 'the window begins on {from}, after its end {to}' },
    remedy: { zh: '改 --from 或 --to', en: 'change --from or --to' },
  },
  'window-after-data': {
    exit: 2,
    what: {
      zh: '统计期从 {from} 开始，晚于截止日 {asOf}',
      en: 'the window begins on {from}, after the as-of day {asOf}',
    },
    remedy: {
      zh: '选文件里有的日子，或加上更新的导出文件',
      en: 'choose days that the files cover, or add a newer export',
    },
  },
  'no-refund-days': {
    exit: 2,
    what: {
      zh: '这些文件没有退款日期，不能按退款日记账',
      en: 'these files have no refund dates, so refunds cannot be booked on their own day',
    },
    remedy: { zh: '去掉 --refunds，或加上退款报表', en: 'leave --refunds out, or add a refund report' },
  },
  'no-such-currency': {
    exit: 2,
    what: {
      zh: '文件里没有 {currency} 的订单，只有：{present}',
      en: 'no orders in {currency}; the files have: {present}',
    },
    remedy: { zh: '改 --currency', en: 'change --currency' },
  },
  'unknown-format': {
    exit: 2,
    what: { zh: '没有这种格式', en: 'no such format' },
    remedy: { zh: '可用的格式：{formats}', en: 'formats: {formats}' },
  },
  'unknown-table': {
    exit: 2,
    what: { zh: '这份结果里没有这张表', en: 'this answer has no such table' },
    remedy: { zh: '可用的表：{tables}', en: 'tables: {tables}' },
  },
  'unknown-term': {
    exit: 2,
    what: { zh: '没有叫这个名字的指标', en: 'no number goes by this name' },
    remedy: { zh: '全部指标见 crm explain', en: 'see crm explain for all of them' },
  },
  'unknown-platform': {
    exit: 2,
    what: { zh: '没有这个平台', en: 'no such platform' },
    remedy: { zh: '全部平台见 crm platforms', en: 'see crm platforms for all of them' },
  },
  'config-unknown-key': {
    exit: 2,
    what: { zh: '第 {line} 行：没有「{key}」这个设置', en: 'line {line}: there is no setting "{key}"' },
    remedy: { zh: '改正或删掉这一行', en: 'correct or delete this line' },
  },
  'config-bad-value': {
    exit: 2,
    what: { zh: '第 {line} 行：{key} 的值读不懂', en: 'line {line}: the value of {key} cannot be read' },
    remedy: { zh: '应为{expected}', en: 'expected {expected}' },
  },
  'unknown-segment': {
    exit: 2,
    what: { zh: '没有叫这个名字的人群', en: 'no segment goes by this name' },
    remedy: { zh: '可用：{names}', en: 'there are: {names}' },
  },
  'unknown-customer': {
    exit: 2,
    what: { zh: '这些文件里没有这位买家', en: 'no such customer in these files' },
    remedy: {
      zh: '写完整的买家名、手机号或订单号；全部买家见 crm customers',
      en: 'give the whole buyer id, phone or order number; crm customers lists them all',
    },
  },
  'several-customers': {
    exit: 2,
    what: { zh: '有 {count} 位买家符合', en: '{count} customers fit' },
    remedy: { zh: '从上面选一位，写完整的买家名', en: 'choose one of them by its whole id' },
  },
  'unknown-shell': {
    exit: 2,
    what: { zh: '没有这种 shell 的补全脚本', en: 'there is no completion script for this shell' },
    remedy: { zh: '可用：{shells}', en: 'there are: {shells}' },
  },
  'save-ending': {
    exit: 2,
    what: { zh: '示例店铺只能存成 .csv 或 .xlsx', en: 'the demo shop is saved as .csv or .xlsx' },
    remedy: { zh: '换一个扩展名', en: 'choose another file ending' },
  },
  'save-encoding': {
    exit: 2,
    what: { zh: '示例店铺只能存成 utf-8 或 gb18030', en: 'the demo shop is saved as utf-8 or gb18030' },
    remedy: { zh: '改 --encoding', en: 'change --encoding' },
  },
  'rows-rejected': {
    exit: 4,
    what: {
      zh: '有 {count} 行读不懂，--strict 下不输出结果',
      en: '{count} rows could not be understood; with --strict nothing is written',
    },
    remedy: { zh: '用 crm check 看是哪些行', en: 'see which ones with crm check' },
  },
  'files-passed-over': {
    exit: 4,
    what: {
      zh: '有 {count} 个文件不能用，--strict 下不输出结果',
      en: '{count} files cannot be used; with --strict nothing is written',
    },
    remedy: { zh: '去掉 --strict 看每个文件的原因', en: 'leave --strict out to see why for each' },
  },
  'no-customers': {
    exit: 5,
    what: {
      zh: '没有一个订单能认出买家，算不出这张表',
      en: 'no order has a usable buyer, so this table cannot be computed',
    },
    remedy: {
      zh: '导出时勾选“买家会员名”，或用 --map buyer=列名 指定',
      en: 'export with the buyer column, or name it with --map buyer=COLUMN',
    },
  },
} as const satisfies Record<string, ErrorKind>;
