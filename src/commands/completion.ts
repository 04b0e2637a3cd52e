import { CrmError } from '../errors.js';
import type { Lang } from '../i18n/words.js';
import { catalogue } from './catalogue.generated.js';
import { defineCommand } from './command.js';
import { bashCompletion } from './completion/bash.js';
import { fishCompletion } from './completion/fish.js';
import { zshCompletion } from './completion/zsh.js';
import { generalOptions } from './options.js';

const scripts: Readonly<Record<string, (lang: Lang) => string>> = {
  bash: () => bashCompletion(catalogue),
  zsh: (lang) => zshCompletion(catalogue, lang),
  fish: (lang) => fishCompletion(catalogue, lang),
};

/** A completion script for a shell. */
export const completion = defineCommand({
  id: 'completion',
  summary: { zh: '命令补全脚本（bash、zsh、fish）', en: 'a completion script for bash, zsh or fish' },
  about: {
    zh: '把脚本写到标准输出；放在哪里写在脚本的开头。文件名照常补全。',
    en: 'Writes the script to stdout; its first lines say where to put it. File names complete as before.',
  },
  usage: 'bash|zsh|fish',
  arguments: { least: 1, most: 1 },
  options: generalOptions,
  examples: [
    {
      command: 'crm completion bash > ~/.local/share/bash-completion/completions/crm',
      purpose: { zh: 'bash', en: 'bash' },
    },
    { command: 'crm completion fish > ~/.config/fish/completions/crm.fish', purpose: { zh: 'fish', en: 'fish' } },
  ],
  run: async ({ args, lang }) => {
    const [shell = ''] = args;
    const script = Object.hasOwn(scripts, shell) ? scripts[shell] : undefined;
    if (script === undefined) {
      throw new CrmError('unknown-shell', shell, { shells: Object.keys(scripts).join(' ') });
    }
    return { kind: 'text', text: script(lang) };
  },
});
