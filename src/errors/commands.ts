import type { ErrorKind } from '../errors.js';

/** What single commands cannot do with what they were given. */
export const commandErrors = {
  'convert-format': {
    exit: 2,
    what: { zh: '没有说写成哪种格式', en: 'it is not said which format to write' },
    remedy: {
      zh: '用 -o 写文件名，扩展名决定格式（{formats}），例如 -o orders.parquet；写到标准输出用 --format csv',
      en: 'name a file with -o, its ending picks the format ({formats}), e.g. -o orders.parquet; for standard output --format csv',
    },
  },
  'init-one-file': {
    exit: 2,
    what: { zh: '一次只学一个文件的表头', en: 'one file at a time' },
    remedy: { zh: '只给一个表格文件', en: 'give a single table' },
  },
  'init-needs-terminal': {
    exit: 2,
    what: { zh: '这里不是终端，不能提问', en: 'this is no terminal: nothing can be asked' },
    remedy: { zh: '核对 --map 里的列名，直接用这条命令：', en: 'check the columns of --map and use this command:' },
  },
  'init-kept': {
    exit: 2,
    what: { zh: '文件已经存在，没有改动', en: 'the file is there already and was left as it is' },
    remedy: { zh: '用 --write 写到别的文件', en: 'write to another file with --write' },
  },
} as const satisfies Record<string, ErrorKind>;
