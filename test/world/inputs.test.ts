import { link, mkdir, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSource } from '../../src/world/files.js';
import { expandInputs } from '../../src/world/inputs.js';
import { bash, folderWith, refusalOf, rounds } from './folder.js';

async function pathsOf(args: readonly string[], cwd: string): Promise<readonly string[]> {
  return (await expandInputs(args, cwd)).map(({ path }) => path);
}

describe('files that are named', () => {
  test('come in the order they were typed, as they were typed', async () => {
    const cwd = await folderWith({ '二月.csv': 'a', 'old/一月.csv': 'b' });
    const inputs = await expandInputs(['./old/../old/一月.csv', '二月.csv'], cwd);
    expect(inputs).toMatchObject([
      { name: '一月.csv', path: './old/../old/一月.csv', origin: 'named' },
      { name: '二月.csv', path: '二月.csv', origin: 'named' },
    ]);
  });

  test('one file by two names, a link and a hard link is read once and its other names are known', async () => {
    const cwd = await folderWith({ 'orders.csv': 'a' });
    await symlink('orders.csv', join(cwd, 'linked.csv'));
    await link(join(cwd, 'orders.csv'), join(cwd, 'second.csv'));
    const inputs = await expandInputs(['orders.csv', './orders.csv', 'linked.csv', 'second.csv', 'orders.csv'], cwd);
    expect(inputs).toMatchObject([{ path: 'orders.csv', alsoAs: ['./orders.csv', 'linked.csv', 'second.csv'] }]);
  });

  test('a file found in a folder and named as well counts as named', async () => {
    const cwd = await folderWith({ 'shop/a.csv': 'a', 'shop/b.csv': 'b' });
    const inputs = await expandInputs(['shop', 'shop/b.csv'], cwd);
    expect(inputs.map(({ path, origin }) => [path, origin])).toEqual([
      ['shop/a.csv', 'folder'],
      ['shop/b.csv', 'named'],
    ]);
  });

  test('a missing file is refused with names that are like it', async () => {
    const cwd = await folderWith({
      'orders-2020.csv': '',
      'orders-2020.xlsx': '',
      'customers.csv': '',
      '.orders.csv': '',
    });
    const refusal = await refusalOf(expandInputs(['order-2020.csv'], cwd));
    expect([refusal.code, refusal.exit, refusal.where]).toEqual(['file-missing', 3, 'order-2020.csv']);
    expect(refusal.details).toEqual(['orders-2020.csv', 'orders-2020.xlsx']);
    expect((await refusalOf(expandInputs(['orders-2020.xls'], cwd))).details[0]).toBe('orders-2020.csv');
  });

  test('a missing folder is named, an empty name is a missing file and not the working folder', async () => {
    const cwd = await folderWith({ 'a.csv': '' });
    expect(await refusalOf(expandInputs(['none/a.csv'], cwd))).toMatchObject({
      code: 'folder-missing',
      params: { folder: 'none' },
    });
    expect(await refusalOf(expandInputs(['a.csv/b.csv'], cwd))).toMatchObject({ code: 'folder-missing' });
    expect((await refusalOf(expandInputs([''], cwd))).code).toBe('file-missing');
    expect((await refusalOf(expandInputs(['x'.repeat(300)], cwd))).code).toBe('file-missing');
  });

  test('links to nowhere and links in a circle are refused', async () => {
    const cwd = await folderWith();
    await symlink('gone.csv', join(cwd, 'link.csv'));
    await symlink('circle.csv', join(cwd, 'circle.csv'));
    expect(await refusalOf(expandInputs(['link.csv'], cwd))).toMatchObject({ code: 'file-broken-link', exit: 3 });
    expect(await refusalOf(expandInputs(['circle.csv'], cwd))).toMatchObject({ code: 'file-broken-link', exit: 3 });
  });

  test('names with line breaks, escapes, dashes and 255 bytes are names', async () => {
    const names = [
      'a\nb.csv',
      '\u001b[2J.csv',
      '-o.csv',
      `${'长'.repeat(83)}ab.csv`,
      'orders (1).csv',
      '[old].csv',
      '{a,b}.csv',
    ];
    const cwd = await folderWith(Object.fromEntries(names.map((name) => [name, 'a'])));
    expect(await pathsOf(names, cwd)).toEqual(names);
    expect(await pathsOf(['.'], cwd)).toEqual([...names].sort());
  });

  test.skipIf(process.platform !== 'linux')(
    'a name that is not UTF-8 is found, in its folder and garbled',
    async () => {
      const cwd = await folderWith();
      await writeFile(
        Buffer.concat([Buffer.from(`${cwd}/`), Buffer.from([0xb6, 0xa9]), Buffer.from('.csv')]),
        'orders',
      );
      for (const argument of ['.', '\uFFFD\uFFFD.csv', '*.csv']) {
        const [input] = await expandInputs([argument], cwd);
        expect(input?.name).toBe('\uFFFD\uFFFD.csv');
        if (input !== undefined) expect((await openSource(input)).size).toBe(6);
      }
    },
  );
});

describe('what is no file', () => {
  test.skipIf(process.platform === 'win32')(
    'pipes, devices and sockets are refused at once, by any way in',
    async () => {
      const cwd = await folderWith();
      await bash(`mkfifo '${cwd}/pipe.csv'`);
      const server = createServer().listen(join(cwd, 'socket.csv'));
      const started = performance.now();
      for (const name of ['pipe.csv', 'socket.csv', '/dev/zero']) {
        expect(await refusalOf(expandInputs([name], cwd))).toMatchObject({ code: 'file-special', exit: 3 });
      }
      for (const input of await expandInputs(['.'], cwd)) {
        expect(await refusalOf(openSource(input))).toMatchObject({ code: 'file-special' });
      }
      expect(performance.now() - started).toBeLessThan(20_000);
      server.close();
    },
  );

  test('standard input is taken once', async () => {
    const cwd = await folderWith({ 'a.csv': '' });
    expect(await expandInputs(['-', 'a.csv'], cwd)).toMatchObject([{ path: '-', origin: 'stdin' }, { path: 'a.csv' }]);
    expect(await refusalOf(expandInputs(['-', 'a.csv', '-'], cwd))).toMatchObject({ code: 'stdin-twice', exit: 2 });
  });
});

describe('folders', () => {
  test('give their tables, those of folders below too, and neither hidden nor locked nor our own temporary files', async () => {
    const cwd = await folderWith({
      'shop/2020.CSV': '',
      'shop/a/deep.xlsx': '',
      'shop/b.zip': '',
      'shop/notes.pdf': '',
      'shop/README': '',
      'shop/.hidden.csv': '',
      'shop/.git/x.csv': '',
      'shop/~$b.xlsx': '',
      'shop/.out.csv.crm-12-0123456789ab.tmp': '',
    });
    expect(await pathsOf(['shop'], cwd)).toEqual(['shop/2020.CSV', 'shop/a/deep.xlsx', 'shop/b.zip']);
    expect(await pathsOf(['shop/'], cwd)).toEqual(['shop/2020.CSV', 'shop/a/deep.xlsx', 'shop/b.zip']);
    expect((await expandInputs(['shop'], cwd))[0]).toMatchObject({ origin: 'folder', argument: 'shop' });
  });

  test('links in circles end', async () => {
    const cwd = await folderWith({ 'shop/a.csv': '' });
    await symlink('..', join(cwd, 'shop', 'up'));
    expect(await pathsOf(['shop'], cwd)).toEqual(['shop/a.csv']);
  });

  test('without a table are refused, with the number of files looked at', async () => {
    const cwd = await folderWith({ 'shop/a.pdf': '', 'shop/b/c.doc': '' });
    await mkdir(join(cwd, 'empty'));
    expect(await refusalOf(expandInputs(['shop'], cwd))).toMatchObject({
      code: 'folder-without-tables',
      exit: 3,
      params: { files: 2 },
    });
    expect(await refusalOf(expandInputs(['empty'], cwd))).toMatchObject({ params: { files: 0 } });
  });

  test('with a broken link still give the rest, and the link tells its reason when it is opened', async () => {
    const cwd = await folderWith({ 'a.csv': 'a' });
    await symlink('gone', join(cwd, 'b.csv'));
    const [, broken] = await expandInputs(['.'], cwd);
    expect(broken?.path).toBe('b.csv');
    if (broken !== undefined) expect((await refusalOf(openSource(broken))).code).toBe('file-broken-link');
  });

  test('of thousands of files are listed in reasonable time', async () => {
    const cwd = await folderWith();
    const count = rounds(2000, 10_000);
    await bash(`cd '${cwd}' && touch $(seq -f 'f%.0f.csv' ${count})`);
    const started = performance.now();
    expect(await expandInputs(['.'], cwd)).toHaveLength(count);
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});

describe('patterns', () => {
  const files = {
    'a1.csv': '',
    'a2.csv': '',
    'b (1).csv': '',
    'b (2).csv': '',
    'x/a3.csv': '',
    'x/y/a4.csv': '',
    '.a5.csv': '',
    'c.pdf': '',
  };

  test.each([
    ['*.csv', ['a1.csv', 'a2.csv', 'b (1).csv', 'b (2).csv']],
    ['a[12].csv', ['a1.csv', 'a2.csv']],
    ['a?.csv', ['a1.csv', 'a2.csv']],
    ['{a1,c}.*', ['a1.csv', 'c.pdf']],
    ['b (*).csv', ['b (1).csv', 'b (2).csv']],
    ['**/a*.csv', ['a1.csv', 'a2.csv', 'x/a3.csv', 'x/y/a4.csv']],
    ['x/*.csv', ['x/a3.csv']],
    ['x/../a?.csv', ['a1.csv', 'a2.csv']],
    ['?', ['x/a3.csv', 'x/y/a4.csv']],
  ])('%s', async (pattern, paths) => {
    expect(await pathsOf([pattern], await folderWith(files))).toEqual(paths);
  });

  test('may be absolute, and a file of that very name goes before', async () => {
    const cwd = await folderWith({ ...files, 'a*.csv': '' });
    expect(await pathsOf([`${cwd}/x/*.csv`], '/')).toEqual([`${cwd}/x/a3.csv`]);
    expect(await pathsOf(['a*.csv'], cwd)).toEqual(['a*.csv']);
  });

  test('without a match are refused; one that looks like a name is a missing file', async () => {
    const cwd = await folderWith(files);
    expect(await refusalOf(expandInputs(['*.xlsx'], cwd))).toMatchObject({ code: 'glob-without-match', exit: 3 });
    expect(await refusalOf(expandInputs(['[2020]-orders.csv'], cwd))).toMatchObject({ code: 'file-missing' });
    expect(await refusalOf(expandInputs(['none/*.csv'], cwd))).toMatchObject({ code: 'folder-missing' });
  });
});
