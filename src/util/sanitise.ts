/**
 * What must never reach a terminal as it is: C0, DEL and C1 controls, line and paragraph separators, bidirectional and
 * zero-width controls, tags, interlinear marks, other invisible format characters and fillers, private use,
 * noncharacters, lone surrogates.
 */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{3fffe}-\u{dffff}\u{e0000}-\u{e00ff}\u{e01f0}-\u{10ffff}]/gu;

const EXTRA_MARKS = /(\p{M}{4})\p{M}+/gu;
const LEADING_MARK = /^(?=\p{M})/u;
const PLAIN = /^[\x20-\x7e\u3001-\u3029\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uff01-\uff5e]*$/;

/**
 * A text out of a file, made safe for a terminal (and for anything that copies from one): every control and invisible
 * character becomes a visible form: TAB a blank, LF `␤`, other C0 their control picture, the rest `\u202E`. A base
 * keeps at most four combining marks, a mark without a base gets a dotted circle. One line in, one line out. Applying
 * it twice changes nothing. Colour is added afterwards.
 */
export function sanitise(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(UNSAFE, visible).replace(EXTRA_MARKS, '$1').replace(LEADING_MARK, '\u25cc');
}

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x09) return ' ';
  if (code === 0x0a) return '\u2424';
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  const hex = code.toString(16).toUpperCase();
  return code > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}
