/** A word as it is typed in a shell: quoted only when it must be. Single quotes; works in bash, zsh, fish and PowerShell. */
export function shellWord(word: string): string {
  if (word !== '' && /^[\p{L}\p{N}_./:=,@%+-]+$/u.test(word) && !word.startsWith('-')) return word;
  const safe = word.startsWith('-') ? `./${word}` : word;
  return `'${safe.replaceAll("'", `'\\''`)}'`;
}

/** A command line ready to copy. */
export function commandLine(words: readonly string[]): string {
  return words.map((word, index) => (index === 0 || word.startsWith('--') ? word : shellWord(word))).join(' ');
}
