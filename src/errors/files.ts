import type { ErrorKind } from '../errors.js';

/** Inputs and the config file: what cannot be found, opened or read. */
export const fileErrors = {
  'file-missing': {
    exit: 3,
    what: { zh: '找不到这个文件', en: 'there is no such file' },
    remedy: { zh: '检查文件名和所在文件夹', en: 'check the name and the folder' },
  },
  'folder-missing': {
    exit: 3,
    what: { zh: '文件夹「{folder}」不存在', en: 'the folder "{folder}" does not exist' },
    remedy: { zh: '检查路径是否写对', en: 'check how the path is written' },
  },
  'file-broken-link': {
    exit: 3,
    what: { zh: '这是一个符号链接，它指向的文件不在了', en: 'this is a link, and the file it points to is gone' },
    remedy: { zh: '直接给出原文件的路径', en: 'name the file itself' },
  },
  'file-no-permission': {
    exit: 3,
    what: { zh: '没有读取权限', en: 'you may not read it' },
    remedy: {
      zh: '把文件复制到自己的文件夹，或请管理员授予读取权限',
      en: 'copy it to a folder of your own, or ask for permission to read it',
    },
  },
  'file-in-use': {
    exit: 3,
    what: { zh: '文件正被另一个程序占用，无法读取', en: 'another program holds the file and it cannot be read' },
    remedy: {
      zh: '在那个程序（例如 Excel）里关闭它，再运行一次',
      en: 'close it there (in Excel, for example), then try again',
    },
  },
  'file-special': {
    exit: 3,
    what: {
      zh: '这不是普通文件，而是管道、设备或套接字',
      en: 'this is not an ordinary file but a pipe, a device or a socket',
    },
    remedy: {
      zh: '先保存成普通文件；要从管道读入，请用 - 代表标准输入',
      en: 'save it as an ordinary file first; to read from a pipe use - for standard input',
    },
  },
  'file-read-failed': {
    exit: 3,
    what: { zh: '读取时出错：{reason}', en: 'reading it failed: {reason}' },
    remedy: {
      zh: '把文件复制到本机硬盘再试；若仍出错，重新导出一次',
      en: 'copy it to a disk of this computer and try again; if that fails too, export it again',
    },
  },
  'file-too-large': {
    exit: 3,
    what: {
      zh: '文件有 {size}，超过了上限 {limit}',
      en: 'the file has {size}; the limit is {limit}',
    },
    remedy: {
      zh: '按月份分成几个文件导出；确实需要整个读入时，用 --max-size 提高上限',
      en: 'export it in parts, by month for example; or raise the limit with --max-size',
    },
  },
  'folder-without-tables': {
    exit: 3,
    what: {
      zh: '文件夹里没有可以读取的表格（已查看 {files} 个文件）',
      en: 'the folder holds no table that can be read ({files} files looked at)',
    },
    remedy: {
      zh: '可以读取的文件: .csv .txt .tsv .xls .xlsx .xlsm .xlsb .ods .html .htm .zip',
      en: 'files that can be read: .csv .txt .tsv .xls .xlsx .xlsm .xlsb .ods .html .htm .zip',
    },
  },
  'glob-without-match': {
    exit: 3,
    what: { zh: '没有文件符合这个写法', en: 'no file matches this pattern' },
    remedy: { zh: '检查通配符和所在文件夹', en: 'check the pattern and the folder' },
  },
  'stdin-twice': {
    exit: 2,
    what: {
      zh: '标准输入（-）写了 {times} 次，它只能读一次',
      en: 'standard input (-) is named {times} times; it can be read only once',
    },
    remedy: { zh: '只保留一个 -', en: 'keep one -' },
  },
  'stdin-empty': {
    exit: 3,
    what: { zh: '标准输入里什么都没有', en: 'nothing came in on standard input' },
    remedy: {
      zh: '检查管道前面的命令有没有输出，或直接给出文件名',
      en: 'check that the command before the pipe writes something, or name a file',
    },
  },
  'stdin-too-large': {
    exit: 3,
    what: { zh: '标准输入超过了上限 {limit}', en: 'standard input is longer than the limit of {limit}' },
    remedy: {
      zh: '先保存成文件再读，或用 --max-size 提高上限',
      en: 'save it to a file and name the file, or raise the limit with --max-size',
    },
  },
  'changed-while-read': {
    exit: 7,
    what: { zh: '读取过程中文件被改动了', en: 'the file changed while being read' },
    remedy: {
      zh: '等导出或同步完成后，再运行一次',
      en: 'wait until the export or synchronisation is finished, then run it again',
    },
  },
  'config-missing': {
    exit: 2,
    what: { zh: '找不到配置文件（由 {from} 指定）', en: 'there is no such config file (named by {from})' },
    remedy: { zh: '检查路径，或去掉 {from}', en: 'check the path, or leave out {from}' },
  },
  'config-unreadable': {
    exit: 2,
    what: { zh: '配置文件无法读取：{reason}', en: 'the config file cannot be read: {reason}' },
    remedy: {
      zh: '检查文件的权限，或用 --config 指定另一个',
      en: 'check its permissions, or name another with --config',
    },
  },
  'config-not-utf8': {
    exit: 2,
    what: { zh: '配置文件不是 UTF-8 编码', en: 'the config file is not written in UTF-8' },
    remedy: { zh: '用编辑器另存为 UTF-8', en: 'save it as UTF-8 in your editor' },
  },
  'config-syntax': {
    exit: 2,
    what: {
      zh: '第 {line} 行第 {column} 个字符处不符合 TOML 的写法',
      en: 'line {line}, character {column} is not written as TOML expects',
    },
    remedy: {
      zh: '文字要加引号（例如 lang = "zh"），一行写一项',
      en: 'put texts in quotes (lang = "zh", for example), one setting a line',
    },
  },
  'key-unreadable': {
    exit: 3,
    what: { zh: '密钥文件读不了（{reason}）', en: 'the key file cannot be read ({reason})' },
    remedy: { zh: '检查路径和权限', en: 'check the path and the permissions' },
  },
  'key-too-short': {
    exit: 3,
    what: { zh: '密钥只有 {bytes} 字节，太短，容易被猜出', en: 'the key has only {bytes} bytes and could be guessed' },
    remedy: {
      zh: '换一个至少 {least} 字节的文件，或写一个不存在的文件名，让程序新建',
      en: 'use a file of at least {least} bytes, or name a file that does not exist and one is made',
    },
  },
} as const satisfies Record<string, ErrorKind>;
