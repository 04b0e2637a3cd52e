import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findConfig } from '../../src/world/config-file.js';
import { folderWith, refusalOf } from './folder.js';

const search = { named: null, env: {} };

describe('the config file', () => {
  const files = {
    'shop/crm.toml': 'lang = "en"',
    'shop/2020/orders.csv': '',
    'home/.config/huitouke/crm.toml': 'lang = "home"',
    'xdg/huitouke/crm.toml': 'lang = "xdg"',
    'other.toml': 'lang = "other"',
  };

  test('is the nearest one upwards', async () => {
    const cwd = join(await folderWith(files), 'shop', '2020');
    const found = await findConfig({ ...search, cwd });
    expect(found).toEqual({ path: join(cwd, '..', 'crm.toml'), text: 'lang = "en"', data: { lang: 'en' } });
  });

  test('is else that of the user', async () => {
    const cwd = await folderWith(files);
    const home = { HOME: join(cwd, 'home') };
    expect((await findConfig({ ...search, cwd, env: home }))?.data).toEqual({ lang: 'home' });
    expect((await findConfig({ ...search, cwd, env: { ...home, XDG_CONFIG_HOME: join(cwd, 'xdg') } }))?.data).toEqual({
      lang: 'xdg',
    });
    expect((await findConfig({ ...search, cwd, env: { APPDATA: join(cwd, 'xdg') } }))?.data).toEqual({ lang: 'xdg' });
    expect((await findConfig({ ...search, cwd, env: { USERPROFILE: join(cwd, 'home') } }))?.data).toEqual({
      lang: 'home',
    });
  });

  test('is else none, also without a home', async () => {
    expect(await findConfig({ ...search, cwd: await folderWith() })).toBeNull();
  });

  test('is --config before CRM_CONFIG before all others', async () => {
    const cwd = await folderWith({ ...files, 'second.toml': 'lang = "second"' });
    const env = { CRM_CONFIG: 'other.toml' };
    expect(await findConfig({ ...search, cwd: join(cwd, 'shop'), env: { CRM_CONFIG: '../other.toml' } })).toMatchObject(
      { path: '../other.toml', data: { lang: 'other' } },
    );
    expect((await findConfig({ env, named: 'second.toml', cwd }))?.data).toEqual({ lang: 'second' });
    expect((await findConfig({ ...search, cwd: join(cwd, 'shop'), env: { CRM_CONFIG: '' } }))?.data).toEqual({
      lang: 'en',
    });
  });

  test('that was named and is not there is refused, with who named it', async () => {
    const cwd = await folderWith(files);
    expect(await refusalOf(findConfig({ ...search, named: 'none.toml', cwd }))).toMatchObject({
      code: 'config-missing',
      exit: 2,
      params: { from: '--config' },
    });
    const env = { CRM_CONFIG: 'none.toml' };
    expect(await refusalOf(findConfig({ ...search, env, cwd }))).toMatchObject({ params: { from: 'CRM_CONFIG' } });
  });

  test('that is a folder is refused when it was named and passed over when not', async () => {
    const cwd = await folderWith();
    await mkdir(join(cwd, 'crm.toml'));
    expect(await refusalOf(findConfig({ ...search, named: 'crm.toml', cwd }))).toMatchObject({
      code: 'config-unreadable',
      exit: 2,
    });
    expect(await findConfig({ ...search, cwd })).toBeNull();
  });

  test('with a slip is refused with line, character and the line itself', async () => {
    const cwd = await folderWith({ 'crm.toml': '# shop\r\nlang = zh\r\n' });
    const refusal = await refusalOf(findConfig({ ...search, cwd }));
    expect(refusal).toMatchObject({
      code: 'config-syntax',
      exit: 2,
      params: { line: 2, column: 8 },
      details: ['lang = zh'],
    });
  });

  test('may begin with the mark editors of Windows write, and must be UTF-8', async () => {
    const cwd = await folderWith({
      'crm.toml': '\uFEFFlang = "zh"\r\n',
      'gbk.toml': Buffer.from([0xb6, 0xa9, 0x3d, 0x31]),
    });
    expect((await findConfig({ ...search, cwd }))?.data).toEqual({ lang: 'zh' });
    expect(await refusalOf(findConfig({ ...search, named: 'gbk.toml', cwd }))).toMatchObject({
      code: 'config-not-utf8',
      exit: 2,
    });
  });

  test('with a key __proto__ changes nothing but itself', async () => {
    const cwd = await folderWith({ 'crm.toml': '[__proto__]\nquiet = true\n' });
    await findConfig({ ...search, cwd });
    expect('quiet' in {}).toBe(false);
  });
});
