import type { ErrorKind } from '../errors.js';

/** Outputs that cannot be written; the old file is untouched. */
export const outputErrors = {
  'output-failed': {
    exit: 6,
    what: { zh: '无法写入：{reason}', en: 'cannot be written: {reason}' },
    remedy: {
      zh: '换一个位置，或检查权限与磁盘空间；原文件没有改动',
      en: 'choose another place, or check permissions and free space; the old file is untouched',
    },
  },
  'output-no-space': {
    exit: 6,
    what: { zh: '磁盘空间（或配额）不够，没有写完', en: 'no space left on the disk (or in your quota)' },
    remedy: {
      zh: '清理出空间，或用 -o 写到另一个磁盘；原文件没有改动',
      en: 'free some space, or write to another disk with -o; the old file is untouched',
    },
  },
  'output-read-only-disk': {
    exit: 6,
    what: { zh: '所在的磁盘是只读的', en: 'the disk it is on is read-only' },
    remedy: { zh: '用 -o 写到另一个位置', en: 'write to another place with -o' },
  },
  'output-no-permission': {
    exit: 6,
    what: { zh: '没有权限写入文件夹「{folder}」', en: 'you may not write to the folder "{folder}"' },
    remedy: { zh: '用 -o 写到自己的文件夹', en: 'write to a folder of your own with -o' },
  },
  'output-read-only-file': {
    exit: 6,
    what: { zh: '文件已存在，并且是只读的', en: 'the file exists and is read-only' },
    remedy: { zh: '去掉它的只读属性，或用 -o 换一个名字', en: 'make it writable, or choose another name with -o' },
  },
  'output-folder-missing': {
    exit: 6,
    what: { zh: '文件夹「{folder}」不存在', en: 'the folder "{folder}" does not exist' },
    remedy: { zh: '先建好这个文件夹，或检查 -o 的路径', en: 'make the folder first, or check the path after -o' },
  },
  'output-is-folder': {
    exit: 6,
    what: { zh: '这是一个文件夹，不是文件', en: 'this is a folder, not a file' },
    remedy: { zh: '在 -o 里写上文件名，例如 {example}', en: 'give -o a file name, for example {example}' },
  },
  'output-special': {
    exit: 6,
    what: {
      zh: '这是管道、设备或套接字，不能替换成文件',
      en: 'this is a pipe, a device or a socket and cannot be replaced by a file',
    },
    remedy: { zh: '用 -o - 写到标准输出，再重定向', en: 'write to standard output with -o - and redirect it' },
  },
  'output-name-too-long': {
    exit: 6,
    what: { zh: '文件名或路径太长', en: 'the file name or the path is too long' },
    remedy: { zh: '用 -o 换一个短一些的名字', en: 'choose a shorter name with -o' },
  },
  'output-broken-link': {
    exit: 6,
    what: { zh: '这个链接绕回了自己，找不到真正的文件', en: 'this link leads back to itself and names no file' },
    remedy: { zh: '删除这个链接，或用 -o 换一个名字', en: 'remove the link, or choose another name with -o' },
  },
  'output-in-use': {
    exit: 6,
    what: { zh: '文件正在 Excel（或别的程序）里打开着', en: 'the file is open in Excel (or another program)' },
    remedy: {
      zh: '关闭它再运行一次，或用 -o 换一个名字；原文件没有改动',
      en: 'close it and run again, or choose another name with -o; the old file is untouched',
    },
  },
  'output-is-input': {
    exit: 2,
    what: { zh: '输出文件就是输入文件 {input}', en: 'the output is the input file {input}' },
    remedy: {
      zh: '用 -o 换一个名字，以免盖掉原始数据',
      en: 'choose another name with -o, so that your data is not overwritten',
    },
  },
  'output-twice': {
    exit: 2,
    what: { zh: '同一次运行里有两个输出写到这个文件', en: 'two outputs of this run go to this file' },
    remedy: { zh: '给每个输出各起一个名字', en: 'give each output a name of its own' },
  },
  'output-locked': {
    exit: 7,
    what: {
      zh: '另一次运行正在写这个文件（进程 {pid}，机器 {host}，开始于 {since}）',
      en: 'another run is writing this file (process {pid} on {host}, since {since})',
    },
    remedy: {
      zh: '等它结束再运行；若确定没有别的运行，删除 {lock}',
      en: 'wait until it ends; if you are sure there is no other run, delete {lock}',
    },
  },
  'lock-lost': {
    exit: 7,
    what: { zh: '写完之前，另一次运行接管了这个文件', en: 'another run took this file over before it was finished' },
    remedy: { zh: '等那次运行结束，再运行一次', en: 'wait until the other run ends, then run again' },
  },
  'stdout-failed': {
    exit: 6,
    what: { zh: '标准输出写不进去：{reason}', en: 'standard output cannot be written: {reason}' },
    remedy: { zh: '检查接收输出的命令或磁盘', en: 'check the command or the disk that takes the output' },
  },
  'stdout-no-space': {
    exit: 6,
    what: {
      zh: '标准输出所在的磁盘已满，结果不完整',
      en: 'the disk behind standard output is full; the result is incomplete',
    },
    remedy: { zh: '清理出空间，再运行一次', en: 'free some space and run again' },
  },
} as const satisfies Record<string, ErrorKind>;
