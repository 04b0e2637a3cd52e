import type { ErrorKind } from '../errors.js';

/** Protected files, and where their passwords come from. No password is ever part of a message. */
export const passwordErrors = {
  'password-needed': {
    exit: 3,
    what: { zh: '需要密码才能打开', en: 'it needs a password' },
    remedy: {
      zh: '把密码写进一个文本文件，加上 --password-file 文件名；或放进环境变量 CRM_PASSWORD；在终端里运行时会询问',
      en: 'write the password into a text file and add --password-file FILE, or set CRM_PASSWORD; on a terminal you are asked',
    },
  },
  'password-wrong': {
    exit: 3,
    what: { zh: '密码不对（试了 {tried} 个）', en: 'wrong password ({tried} tried)' },
    remedy: {
      zh: '检查 --password-file 或 CRM_PASSWORD 里的密码：区分大小写，前后的空格也算',
      en: 'check the password in --password-file or CRM_PASSWORD: case matters, and blanks at its ends count',
    },
  },
  'password-doubtful': {
    exit: 3,
    what: {
      zh: '密码不对，或者文件已损坏（{part} 校验不符）',
      en: 'wrong password, or the file is damaged (checksum of {part})',
    },
    remedy: {
      zh: '检查密码；密码没错的话，请重新导出或重新下载',
      en: 'check the password; if it is right, export or download the file again',
    },
  },
  'password-unsupported': {
    exit: 3,
    what: { zh: '不支持这种密码保护（{scheme}）', en: 'this protection is not supported ({scheme})' },
    remedy: {
      zh: '用能打开它的软件打开，去掉密码另存一份再试',
      en: 'open it in the program it comes from and save it without password',
    },
  },
  'password-file-unreadable': {
    exit: 3,
    what: { zh: '密码文件读不了（{reason}）', en: 'the password file cannot be read ({reason})' },
    remedy: { zh: '检查路径和权限', en: 'check the path and the permissions' },
  },
  'password-file-empty': {
    exit: 3,
    what: { zh: '密码文件里没有密码', en: 'the password file holds no password' },
    remedy: { zh: '一行写一个密码', en: 'write one password a line' },
  },
  'password-file-long': {
    exit: 3,
    what: { zh: '密码文件超过 {limit} 行', en: 'the password file has more than {limit} lines' },
    remedy: {
      zh: '一行写一个密码，只写这些文件用得到的',
      en: 'write one password a line, and only those that these files need',
    },
  },
} as const satisfies Record<string, ErrorKind>;
