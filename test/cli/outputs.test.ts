import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { crm } from '../crm.js';
import { orderCsv, THREE, tempFolder } from './temp.js';

const folder = tempFolder();
const orders = folder.file('orders.csv', orderCsv(THREE));
const BIN = fileURLToPath(new URL('../../bin/crm.js', import.meta.url));

describe('outputs', () => {
  test('the ending picks the format; the file is whole and only the file is there', () => {
    const target = join(folder.path, 'answer.json');
    expect(crm(['analyze', orders, '-o', target])).toMatchObject({ exit: 0, stdout: '', stderr: '' });
    expect(JSON.parse(readFileSync(target, 'utf8'))).toMatchObject({ command: 'analyze' });
    expect(readdirSync(folder.path).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('an input is never the output', () => {
    const before = readFileSync(orders);
    expect(crm(['analyze', orders, '-o', orders]).exit).toBe(2);
    expect(readFileSync(orders)).toEqual(before);
  });

  test('a folder as the output, or a missing folder, is refused before the files are read', () => {
    expect(crm(['analyze', orders, '-o', join(folder.path, 'nowhere', 'a.json')]).exit).toBe(6);
  });

  test('CSV in a file has a BOM, on stdout none, and both can be changed', () => {
    const target = join(folder.path, 'answer.csv');
    crm(['repeat', orders, '-o', target]);
    expect(readFileSync(target, 'utf8').charCodeAt(0)).toBe(0xfeff);
    crm(['repeat', orders, '-o', target, '--no-bom']);
    expect(readFileSync(target, 'utf8')).toMatch(/^days,/);
    expect(crm(['repeat', orders, '--format', 'csv']).stdout).toMatch(/^days,/);
    expect(crm(['repeat', orders, '--format', 'csv', '--bom']).stdout.charCodeAt(0)).toBe(0xfeff);
  });

  test('a table by name, and the names of the tables for a wrong one', () => {
    expect(crm(['analyze', orders, '--format', 'csv', '--table', 'order-ladder']).stdout).toMatch(/^nth,customers/);
    const wrong = crm(['analyze', orders, '--format', 'csv', '--table', 'ladder']);
    expect(wrong.exit).toBe(2);
    expect(wrong.stderr).toContain('order-ladder');
  });

  test('a full disk behind stdout ends with 6, a closed pipe quietly with 0', () => {
    const sh = (line: string) =>
      spawnSync('bash', ['--norc', '-c', line], {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'] ?? '', BIN, NODE: process.execPath, FILE: orders },
      });
    expect(sh('"$NODE" "$BIN" analyze "$FILE" > /dev/full').status).toBe(6);
    for (let times = 0; times < 3; times++) {
      const { stdout, stderr } = sh('"$NODE" "$BIN" analyze "$FILE" --format json | head -1; echo "${PIPESTATUS[0]}"');
      expect([stdout, stderr]).toEqual(['{\n0\n', '']);
    }
    expect(sh('"$NODE" "$BIN" analyze "$FILE" --format json | (sleep 0.3; wc -c)').stdout.trim()).toBe(
      String(Buffer.byteLength(crm(['analyze', orders, '--format', 'json']).stdout)),
    );
  });
});
