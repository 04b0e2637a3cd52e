import type { Words } from './words.js';

/** What the command line itself says on standard error. */
export const cliText = {
  reading: { zh: '正在读取 {megabytes} MB', en: 'reading {megabytes} MB' },
  rejected: {
    zh: '{count} 行读不懂，没有算进去；看是哪些行：crm check {files}',
    en: '{count} rows could not be understood and are left out; to see them: crm check {files}',
  },
  rejectsWritten: {
    zh: '{count} 行读不懂，没有算进去；已连同原因写到 {file}，改好后和原文件一起再读即可',
    en: '{count} rows could not be understood and are left out; they are in {file} with the reasons: correct them there and read it together with the files',
  },
  sameFile: {
    zh: '{file} 和 {others} 是同一个文件，只读一次',
    en: '{file} and {others} are one file; it is read once',
  },
  keyMade: {
    zh: '已新建密钥文件 {file}：请妥善保管，用同一个文件才能得到同样的代号',
    en: 'a new key was written to {file}: keep it safe, only the same file gives the same codes',
  },
  passwordAsked: { zh: '{file} 的密码（不会显示）：', en: 'Password for {file} (not shown): ' },
  passwordAgain: {
    zh: '密码不对，{file} 的密码（不会显示）：',
    en: 'Wrong password. Password for {file} (not shown): ',
  },
  notRead: { zh: '没有读入 {file}：{reason}', en: '{file} is not read: {reason}' },
} as const satisfies Record<string, Words>;
