/** A source file as the rules see it: code without comments, texts taken out, and what it imports. */
export interface Source {
  /** From the root of the repository, with slashes. */
  readonly path: string;
  readonly text: string;
  /** Comments are gone; each text is `"§n"`, n its index in `texts`; patterns are `/§/`. */
  readonly code: string;
  readonly texts: readonly string[];
  /** Module specifiers as written; `(expression)` for an import that is computed. */
  readonly imports: readonly string[];
  /** Those of them that are there when the program runs: not `import type`. */
  readonly loads: readonly string[];
}

/** Reads a source without a compiler: texts, templates, patterns and comments are told apart from code. */
export function source(path: string, text: string): Source {
  const texts: string[] = [];
  const code = strip(text, texts);
  const loads = importsOf(code.replace(/\b(?:import|export)\s+type\b[^;]*?\bfrom\b/g, ''), texts);
  return { path, text, code, texts, imports: importsOf(code, texts), loads };
}

function strip(text: string, texts: string[]): string {
  let code = '';
  let at = 0;
  const braces: number[] = [];
  let depth = 0;
  while (at < text.length) {
    const two = text.slice(at, at + 2);
    const one = text[at] ?? '';
    if (two === '//') at = lineEnd(text, at);
    else if (two === '/*') at = after(text, '*/', at + 2);
    else if (one === "'" || one === '"') at = keep(quotedEnd(text, at, one), 1);
    else if (one === '`' || (one === '}' && braces.at(-1) === depth)) at = template();
    else if (one === '/' && patternMayStart(code)) at = pattern();
    else {
      if (one === '{') depth++;
      if (one === '}') depth--;
      code += one;
      at++;
    }
  }
  return code;

  function keep(end: number, closing: number): number {
    texts.push(text.slice(at + 1, end - closing));
    code += `"§${texts.length - 1}"`;
    return end;
  }

  /** A piece of a template: from ` or } to the next ${ or the closing `. Code inside ${…} stays code. */
  function template(): number {
    if (text[at] === '}') {
      braces.pop();
      depth--;
      code += ')+';
    }
    let end = at + 1;
    while (end < text.length && text[end] !== '`' && text.slice(end, end + 2) !== '${')
      end += text[end] === '\\' ? 2 : 1;
    if (text[end] !== '$') return keep(end + 1, 1);
    keep(end + 2, 2);
    depth++;
    braces.push(depth);
    code += '+(';
    return end + 2;
  }

  function pattern(): number {
    let end = at + 1;
    let inClass = false;
    while (end < text.length && (inClass || text[end] !== '/') && text[end] !== '\n') {
      if (text[end] === '\\') end++;
      else if (text[end] === '[') inClass = true;
      else if (text[end] === ']') inClass = false;
      end++;
    }
    code += '/§/';
    return end + 1;
  }
}

function importsOf(code: string, texts: readonly string[]): string[] {
  const statements =
    /\b(?:import|export)\b[^;"()]*?\bfrom\s*"§(\d+)"|\bimport\s*"§(\d+)"|\b(?:import|require)\s*\(\s*"§(\d+)"\s*[,)]/g;
  const found = [...code.matchAll(statements)].map((match) => texts[Number(match[1] ?? match[2] ?? match[3])] ?? '');
  const computed = /\b(?:import|require)\s*\((?!\s*"§\d+"\s*[,)])/.test(code);
  return computed ? [...found, '(expression)'] : found;
}

function patternMayStart(code: string): boolean {
  return /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|of|in))\s*$/.test(code.slice(-40));
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found + mark.length;
}

function quotedEnd(text: string, from: number, quote: string): number {
  let end = from + 1;
  while (end < text.length && text[end] !== quote && text[end] !== '\n') end += text[end] === '\\' ? 2 : 1;
  return end + 1;
}
