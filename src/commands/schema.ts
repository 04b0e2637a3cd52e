import { schemaText } from '../reporters/schema.js';
import { defineCommand } from './command.js';
import { generalOptions } from './options.js';

/** The JSON Schema of what `--format json` writes. */
export const schema = defineCommand({
  id: 'schema',
  summary: { zh: '--format json 的 JSON Schema', en: 'the JSON Schema of --format json' },
  about: {
    zh: '程序可以用它检查输出；版本写在每份输出的 schema 里。',
    en: 'For programs to hold the output against; its version stands in the schema key of every document.',
  },
  usage: '',
  arguments: { least: 0, most: 0 },
  options: generalOptions,
  examples: [{ command: 'crm schema > crm.schema.json', purpose: { zh: '存成文件', en: 'into a file' } }],
  run: async () => ({ kind: 'text', text: schemaText() }),
});
