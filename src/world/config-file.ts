import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { CrmError } from '../errors.js';
import { systemCode } from './read-failure.js';

/** A config file as found; its keys are not checked yet. */
export interface ConfigFile {
  /** As typed, or where it was found. */
  readonly path: string;
  /** The text, for the lines of wrong keys. */
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Where to look. */
export interface ConfigSearch {
  /** `--config`, null if not given. */
  readonly named: string | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/**
 * The config file of this run: `--config`, else CRM_CONFIG, else `crm.toml` in the working folder or the nearest
 * folder above it, else in the user's config folder; null if there is none. Exactly one file counts. A named one must
 * exist.
 */
export async function findConfig({ named, env, cwd }: ConfigSearch): Promise<ConfigFile | null> {
  if (named !== null) return namedConfig(named, '--config', cwd);
  if (env['CRM_CONFIG']) return namedConfig(env['CRM_CONFIG'], 'CRM_CONFIG', cwd);
  for (const path of [...upwards(cwd), ...userPaths(env)]) {
    const bytes = await bytesOf(path, path, ['ENOENT', 'ENOTDIR', 'EISDIR']);
    if (bytes !== null) return parsed(path, bytes);
  }
  return null;
}

async function namedConfig(named: string, from: string, cwd: string): Promise<ConfigFile> {
  const bytes = await bytesOf(resolve(cwd, named), named, ['ENOENT', 'ENOTDIR']);
  if (bytes === null) throw new CrmError('config-missing', named, { from });
  return parsed(named, bytes);
}

function upwards(cwd: string): readonly string[] {
  const folder = resolve(cwd);
  const above = dirname(folder);
  return [join(folder, 'crm.toml'), ...(above === folder ? [] : upwards(above))];
}

function userPaths(env: ConfigSearch['env']): readonly string[] {
  const home = env['HOME'] || env['USERPROFILE'];
  const folders = [env['XDG_CONFIG_HOME'], env['APPDATA'], home ? join(home, '.config') : undefined];
  return folders.filter((folder) => folder).map((folder) => join(folder ?? '', 'huitouke', 'crm.toml'));
}

/** Null where there is no such file (found by the codes `absent`); a file that is there and cannot be read is refused, not passed over. */
async function bytesOf(path: string, shown: string, absent: readonly string[]): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    const reason = systemCode(error) ?? '';
    if (absent.includes(reason)) return null;
    throw new CrmError('config-unreadable', shown, { reason }, { cause: error });
  }
}

async function parsed(path: string, bytes: Uint8Array): Promise<ConfigFile> {
  const text = textOf(path, bytes);
  const { parse, TomlError } = await import('smol-toml');
  try {
    return { path, text, data: parse(text) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const { line, column } = error;
    const details = [text.split(/\r?\n/)[line - 1] ?? ''];
    throw new CrmError('config-syntax', path, { line, column }, { details, cause: error });
  }
}

function textOf(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new CrmError('config-not-utf8', path, {}, { cause: error });
  }
}
