import type { Words } from './words.js';

/** The fixed texts of `crm --help` and `crm X --help`. */
export const help = {
  tagline: {
    zh: '回头客：顾客回不回来，谁在流失，值多少钱。读店铺导出的订单表，一切都在本机算。',
    en: 'Do customers come back, who is leaving, what are they worth. Reads a shop’s order exports; nothing leaves this machine.',
  },
  usage: { zh: '用法', en: 'Usage' },
  usageLine: { zh: 'crm 命令 [文件…] [选项]', en: 'crm COMMAND [FILES…] [OPTIONS]' },
  options: { zh: '[选项]', en: '[OPTIONS]' },
  commands: { zh: '命令', en: 'Commands' },
  examples: { zh: '例子', en: 'Examples' },
  firstSteps: { zh: '先试试', en: 'First steps' },
  tryDemo: { zh: '看一家示例店铺', en: 'see a made-up shop' },
  foundHere: { zh: '这个文件夹里有一份认得的订单表', en: 'an export in this folder that can be read' },
  tryFile: { zh: '看自己的店铺', en: 'see your own shop' },
  tryCheck: { zh: '数字可信吗：哪些行没用上，为什么', en: 'can the numbers be trusted: what was left out and why' },
  input: { zh: '读文件', en: 'Reading files' },
  count: { zh: '算哪些、怎么算', en: 'What counts, and how' },
  output: { zh: '输出', en: 'Output' },
  general: { zh: '通用', en: 'General' },
  command: { zh: '这个命令', en: 'This command' },
  exits: { zh: '退出码', en: 'Exit codes' },
  helpFlag: { zh: '显示这份帮助', en: 'show this help' },
  versionFlag: { zh: '显示版本', en: 'show the version' },
  more: {
    zh: 'crm 命令 --help 看每个命令的选项；--lang en for English',
    en: 'crm COMMAND --help shows its options; --lang zh 看中文',
  },
} as const satisfies Record<string, Words>;

/** What each exit code means, printed by `crm --help`. */
export const exitCodes: readonly { readonly codes: string; readonly words: Words }[] = [
  { codes: '0', words: { zh: '完成（被拒绝的行数写在标准错误）', en: 'done (rejected rows are counted on stderr)' } },
  { codes: '1', words: { zh: '程序自身的错误', en: 'a fault of the program' } },
  { codes: '2', words: { zh: '命令或选项写错', en: 'usage' } },
  { codes: '3', words: { zh: '某个输入文件不能用', en: 'an input cannot be used' } },
  {
    codes: '4',
    words: {
      zh: '--strict 且有行被拒绝，什么都没写（--rejects 除外）',
      en: '--strict and rows were rejected; nothing written but --rejects',
    },
  },
  {
    codes: '5',
    words: { zh: '主表算不出来（如没有买家列）', en: 'the main table cannot be computed (e.g. no buyers)' },
  },
  { codes: '6', words: { zh: '结果写不出去，原文件没动', en: 'output cannot be written; the old one is untouched' } },
  {
    codes: '7',
    words: {
      zh: '稍后再试：输入正被修改，或另一次运行占着输出',
      en: 'try again: input changing, or another run holds the output',
    },
  },
  { codes: '129 130 143', words: { zh: '被中断', en: 'interrupted' } },
];
