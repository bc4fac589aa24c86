/** Widest line of an export. */
const width = 80;

/** Words joined by blanks; lines that grow too long are continued with `\` and four blanks. */
export function wrapWords(words: readonly string[], indent = ''): string {
  const lines: string[] = [];
  let line = indent;
  let empty = true;
  for (const word of words) {
    const longer = empty ? line + word : `${line} ${word}`;
    if (empty || longer.length + 2 <= width) line = longer;
    else {
      lines.push(`${line} \\`);
      line = `${indent}    ${word}`;
    }
    empty = false;
  }
  return [...lines, line].join('\n');
}
