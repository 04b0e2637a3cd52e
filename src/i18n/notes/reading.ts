import type { Words } from '../words.js';

export const readingNotes = {
  'extension-differs': {
    zh: '{file} 的扩展名是 .{extension}，内容其实是 {kind}，已按内容读取。',
    en: '{file} is named .{extension} but holds {kind}; it was read by its content.',
  },
  'replacement-characters': {
    zh: '{file} 里有 {count} 个字在导出之前就已损坏（显示为 �），这些行照常保留。',
    en: '{file} holds {count} characters that were already lost before it was made (shown as �); their rows are kept.',
  },
} as const satisfies Record<string, Words>;
