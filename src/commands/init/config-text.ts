import type { Field } from '../../adapters/dialect.js';
import { normalHeader } from '../../adapters/identify/header.js';
import { fields } from '../../i18n/fields.js';
import { initText } from '../../i18n/init.js';
import { type Lang, say } from '../../i18n/words.js';
import { sanitise } from '../../util/sanitise.js';
import type { Layout } from './layout.js';

/** A field and the column it is in. */
export interface Answer {
  readonly field: Field;
  /** From 0. */
  readonly position: number;
}

/** The column of an answer as `--map` and the config take it: its name, or its position from 1 where that is no use. */
export function columnOf({ columns }: Layout, position: number): string | number {
  const name = columns[position]?.name.trim() ?? '';
  const twins = columns.filter((column) => normalHeader(column.name) === normalHeader(name));
  return name === '' || /^\d+$/.test(name) || /[\p{Cc}\p{Cf}]/u.test(name) || twins.length > 1 ? position + 1 : name;
}

/** The text of a `crm.toml` that reads files of this layout. `settings`: what was given or decided besides the columns. */
export function configText(
  layout: Layout,
  answers: readonly Answer[],
  settings: Readonly<Record<string, string | boolean>>,
  file: string,
  lang: Lang,
): string {
  const comment = (text: string) => `# ${sanitise(text).replaceAll('\n', ' ')}`;
  const lines = [comment(say(initText.head, lang, { file })), ''];
  for (const [key, value] of Object.entries(settings)) lines.push(`${key} = ${literal(value)}`);
  if (Object.keys(settings).length > 0) lines.push('');
  if (answers.length > 0) lines.push('[map]', comment(say(initText.mapHead, lang)));
  for (const { field, position } of answers) {
    lines.push(`${field} = ${literal(columnOf(layout, position))}  ${comment(fields[field][lang])}`);
  }
  return `${lines.join('\n')}\n`;
}

function literal(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  return JSON.stringify(value).replace(
    /[\u007f-\u009f]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
