import { exitCodes, help } from '../../i18n/help.js';
import type { CommandEntry } from '../describe.js';
import { typedForms } from './words.js';

/** The man page (English), in the troff macros of man(7). */
export function manPage(commands: readonly CommandEntry[], version: string): string {
  return [
    `.TH CRM 1 "" "huitouke ${version}" "User Commands"`,
    '.SH NAME',
    `crm \\- customer analytics for online shops`,
    '.SH SYNOPSIS',
    '.B crm',
    '.I COMMAND',
    '[\\fIFILES\\fR...] [\\fIOPTIONS\\fR]',
    '.SH DESCRIPTION',
    text(help.tagline.en),
    ...commands.flatMap(commandLines),
    '.SH EXIT STATUS',
    ...exitCodes.flatMap(({ codes, words }) => ['.TP', `.B ${codes}`, text(words.en)]),
    '.SH FILES',
    '.TP',
    '.I crm.toml',
    'Settings: in the working folder, a folder above it, or the user\\(aqs config folder; see \\fB\\-\\-config\\fR.',
    '',
  ].join('\n');
}

function commandLines({ id, usage, summary, about, flags, examples }: CommandEntry): readonly string[] {
  return [
    `.SH CRM ${id.toUpperCase()}`,
    `\\fBcrm ${id}\\fR ${text(usage)}`,
    '.PP',
    `${text(summary.en)}.`,
    text(about.en.replaceAll('\n', ' ')),
    ...flags.flatMap((flag) => [
      '.TP',
      `\\fB${typedForms(flag).map(text).join('\\fR, \\fB')}\\fR ${text(flag.value)}`.trimEnd(),
      text(flag.words.en),
    ]),
    ...examples.flatMap(({ command, purpose }) => ['.PP', `${text(purpose.en)}:`, '.br', `\\fB${text(command)}\\fR`]),
  ];
}

/** Text that troff takes for text: backslashes, hyphens and leading dots or quotes made safe. */
function text(words: string): string {
  const safe = words.replaceAll('\\', '\\(rs').replaceAll('-', '\\-').replaceAll('…', '...').replaceAll('’', '\\(aq');
  return /^[.']/.test(safe) ? `\\&${safe}` : safe;
}
