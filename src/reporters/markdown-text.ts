import { sanitise } from '../util/sanitise.js';

/**
 * A text that may come out of a file, as Markdown shows it letter by letter: no emphasis, link, image, code, formula,
 * table border or HTML can come of it, nor a link out of a bare address.
 */
export function markdownText(text: string): string {
  return sanitise(text)
    .replace(/[\\`*_[\]|~$#]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/(https?|ftp|mailto|xmpp):/gi, '$1\\:')
    .replace(/(www)\./gi, '$1\\.');
}

/** A text at the start of a line: no list, no rule comes of it. */
export function markdownLine(text: string): string {
  return markdownText(text)
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}
