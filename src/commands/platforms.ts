import { dialects } from '../adapters/dialects/index.generated.js';
import { explainIdentification, type IdentificationReport } from '../adapters/identify/explain-identification.js';
import { rowsToIdentify } from '../adapters/identify/identify.js';
import { openFile } from '../adapters/read/open.js';
import type { Sheet } from '../adapters/read/sheet.js';
import type { ByteSource } from '../adapters/sources.js';
import { CrmError, errorKinds } from '../errors.js';
import { fields } from '../i18n/fields.js';
import { platformsText as texts } from '../i18n/platforms.js';
import { type Lang, say } from '../i18n/words.js';
import type { PassedOver } from '../model/imported.js';
import { sanitise } from '../util/sanitise.js';
import { padEnd, widthOf } from '../util/width.js';
import { type CommandContext, defineCommand } from './command.js';
import { generalOptions, inputOptions } from './options.js';
import { readOptions } from './run-import.js';

/** Which platforms are known, and what a file is taken for and why. */
export const platforms = defineCommand({
  id: 'platforms',
  summary: { zh: '认得哪些平台；一个文件被当成了什么', en: 'which platforms are known; what a file is taken for' },
  about: {
    zh: '不写文件：列出认得的平台。写了文件：说出每张表被当成哪个平台、每一列当成什么，以及为什么不是别的。',
    en: 'Without a file: the platforms that are known. With files: what each table is taken for, column by column, and why not for the others.',
  },
  usage: '[FILES…]',
  arguments: { least: 0, most: Number.POSITIVE_INFINITY },
  options: { ...inputOptions, ...generalOptions },
  examples: [
    { command: 'crm platforms', purpose: { zh: '全部平台', en: 'all of them' } },
    {
      command: 'crm platforms orders.xlsx',
      purpose: { zh: '这个文件被当成了什么', en: 'what this file is taken for' },
    },
  ],
  run: async (context) => {
    if (context.args.length === 0) return { kind: 'text', text: list(context.lang) };
    const { texts: parts, passedOver } = await textsOf(context);
    context.world.passedOver(passedOver);
    return { kind: 'text', text: parts.join('\n') };
  },
});

/** A text for each file; what a folder or archive holds beside them is passed over. */
async function textsOf(context: Context): Promise<{ texts: string[]; passedOver: PassedOver[] }> {
  const opened = await context.world.openInputs(context.args, context.options.maxSize ?? null);
  const texts: string[] = [];
  const passedOver = [...opened.passedOver];
  for (const source of opened.sources) {
    try {
      texts.push(await fileText(source, context));
    } catch (error) {
      if (!(error instanceof CrmError) || error.exit !== 3 || source.optional !== true) throw error;
      passedOver.push({ name: source.name, group: source.group ?? '', error });
    }
  }
  const [first] = passedOver;
  if (texts.length === 0 && first !== undefined) throw first.error;
  return { texts, passedOver };
}

function list(lang: Lang): string {
  const width = Math.max(...dialects.map(({ id }) => widthOf(id)));
  return dialects.map(({ id, title }) => `${padEnd(id, width)}  ${title[lang]}\n`).join('');
}

type Context = CommandContext<Parameters<typeof readOptions>[0] & { readonly lang?: Lang | undefined }>;

async function fileText(source: ByteSource, { options, lang, world }: Context): Promise<string> {
  const read = readOptions(options);
  const opened = await openFile(source, read, { runChild: world.runChild, onBytes: () => undefined });
  const lines = [
    `${sanitise(source.name)}  ${[opened.kind, opened.encoding, delimiterText(opened.delimiter)].join(' ').trim()}`,
  ];
  for (const sheet of opened.sheets) lines.push(...(await sheetLines(sheet, source, read, lang)));
  return `${lines.join('\n')}\n`;
}

async function sheetLines(
  sheet: Sheet,
  source: ByteSource,
  read: ReturnType<typeof readOptions>,
  lang: Lang,
): Promise<string[]> {
  const place = { file: source.name, path: source.path, sheet: sheet.name };
  const found = explainIdentification(await sheet.head(rowsToIdentify), read, place);
  const title = sheet.name === '' ? '' : `  ${say(texts.sheet, lang, { sheet: sanitise(sheet.name) })}`;
  return [
    ...(title === '' ? [] : [title]),
    ...verdict(found, lang),
    ...columnLines(found, lang),
    ...others(found, lang),
  ];
}

function verdict({ mapping, error, headerLine }: IdentificationReport, lang: Lang): string[] {
  if (mapping !== null) {
    const { id, title } = mapping.dialect;
    return [
      `    ${say(texts.taken, lang, { id, title: title[lang], line: headerLine === null ? '–' : String(headerLine) })}`,
    ];
  }
  if (error === null) return [];
  return [`    ${say(texts.refused, lang, { reason: say(errorKinds[error.code].what, lang, error.params) })}`];
}

function columnLines({ mapping }: IdentificationReport, lang: Lang): string[] {
  if (mapping === null) return [];
  const used = mapping.columns.map(({ position, header, field }) => {
    return `      ${String(position + 1).padStart(3)}  ${padEnd(sanitise(header), 20)}  ${padEnd(field, 11)}  ${fields[field][lang]}`;
  });
  const unused = mapping.unusedHeaders.map(sanitise).filter((header) => header.trim() !== '');
  return unused.length === 0 ? used : [...used, `    ${say(texts.unused, lang, { headers: unused.join('  ') })}`];
}

/** Why the other platforms do not claim it. */
function others({ mapping, claims }: IdentificationReport, lang: Lang): string[] {
  return claims
    .filter(({ dialect }) => dialect.id !== mapping?.dialect.id)
    .map(
      ({ dialect, missing, foreign }) =>
        `    ${say(texts.not, lang, { id: dialect.id, title: dialect.title[lang], reason: reasonText(missing, foreign, lang) })}`,
    );
}

function reasonText(missing: readonly (readonly string[])[], foreign: readonly string[], lang: Lang): string {
  const parts = missing.map((names) => say(texts.lacks, lang, { names: names.slice(0, 4).join(' / ') }));
  if (foreign.length > 0) parts.push(say(texts.foreign, lang, { names: foreign.join('  ') }));
  return parts.length === 0 ? say(texts.claims, lang) : parts.join(lang === 'zh' ? '；' : '; ');
}

function delimiterText(delimiter: string): string {
  return delimiter === '\t' ? 'tab' : delimiter;
}
