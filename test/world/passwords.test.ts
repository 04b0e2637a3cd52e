import { describe, expect, test } from 'vitest';
import { passwordsIn } from '../../src/world/password-file.js';
import { passwordsFrom } from '../../src/world/passwords.js';
import { folderWith, refusalOf } from './folder.js';

describe('the file of passwords', () => {
  test.each<[string, string | Uint8Array, readonly string[]]>([
    ['one', 'Ab 12', ['Ab 12']],
    ['one and a line end', 'Ab 12\n', ['Ab 12']],
    ['several, with line ends of Windows and empty lines', 'one\r\n\r\ntwo\r\n', ['one', 'two']],
    ['blanks at its ends, which count', ' one \n', [' one ']],
    ['Chinese, with a byte order mark', '\ufeff密码\n', ['密码']],
    ['UTF-16, as PowerShell writes it', Buffer.from('\ufeffpw\r\n', 'utf16le'), ['pw']],
    ['a hash, which is no comment', '#1\n', ['#1']],
  ])('with %s', async (_, content, passwords) => {
    expect(await passwordsIn('pw.txt', await folderWith({ 'pw.txt': content }))).toEqual(passwords);
  });

  test.each<[string, string, string]>([
    ['nothing in it', '\n\n', 'password-file-empty'],
    ['more lines than anybody needs', 'x\n'.repeat(101), 'password-file-long'],
    ['more bytes than that', 'x'.repeat(70_000), 'password-file-long'],
  ])('with %s is refused', async (_, content, code) => {
    const refusal = await refusalOf(passwordsIn('pw.txt', await folderWith({ 'pw.txt': content })));
    expect([refusal.code, refusal.exit, refusal.where]).toEqual([code, 3, 'pw.txt']);
    expect(JSON.stringify(refusal.params)).not.toContain('xx');
  });

  test('that is not there, or a folder, is refused with the reason; a device does not hang', async () => {
    const cwd = await folderWith({ 'a/b': '' });
    expect(await refusalOf(passwordsIn('none.txt', cwd))).toMatchObject({
      code: 'password-file-unreadable',
      params: { reason: 'ENOENT' },
    });
    expect(await refusalOf(passwordsIn('a', cwd))).toMatchObject({ params: { reason: 'EISDIR' } });
    if (process.platform !== 'linux') return;
    expect(await refusalOf(passwordsIn('/dev/zero', cwd))).toMatchObject({ code: 'password-file-long' });
  });
});

describe('the passwords of a run', () => {
  const ask = async () => 'typed';

  test('are those of the file, then that of the environment, then what is typed; the right one comes first next time', async () => {
    const cwd = await folderWith({ 'pw.txt': 'one\ntwo\n' });
    const passwords = await passwordsFrom({ file: 'pw.txt', cwd, env: { CRM_PASSWORD: 'three' }, ask });
    expect(passwords.known()).toEqual(['one', 'two', 'three']);
    passwords.right('two');
    expect(passwords.known()).toEqual(['two', 'one', 'three']);
    passwords.right(await ask());
    expect(passwords.known()).toEqual(['typed', 'two', 'one', 'three']);
  });

  test('are none where none is given; an empty one is none', async () => {
    for (const env of [{}, { CRM_PASSWORD: '' }]) {
      expect((await passwordsFrom({ file: null, cwd: '/', env, ask })).known()).toEqual([]);
    }
  });
});
