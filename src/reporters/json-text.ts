import type { Plain } from './json-parts.js';

/**
 * A JSON string in which every character is harmless wherever it is printed: beside what JSON escapes anyway, DEL, C1
 * controls and U+2028/9 are written `\u0080`; a lone surrogate is escaped too.
 */
export function jsonText(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A value on one line: `{ "a": 1, "b": [ 2 ] }`. Keys come from code and keep their order. */
export function jsonLine(value: Plain): string {
  if (typeof value === 'string') return jsonText(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return value.length === 0 ? '[]' : `[ ${value.map(jsonLine).join(', ')} ]`;
  const members = Object.entries(value).map(([key, member]) => `${jsonText(key)}: ${jsonLine(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
