/** Widest line of an export. */
export const lineWidth = 80;

/** Words joined by blanks; lines that grow too long are continued with `\` and four blanks. */
export function wrapWords(words: readonly string[], indent = ''): string {
  const whole = indent + words.join(' ');
  if (whole.length <= lineWidth) return whole;
  const lines: string[] = [];
  let line = indent;
  let empty = true;
  for (const word of words) {
    const longer = empty ? line + word : `${line} ${word}`;
    if (empty || longer.length + 2 <= lineWidth) line = longer;
    else {
      lines.push(`${line} \\`);
      line = `${indent}    ${word}`;
    }
    empty = false;
  }
  return [...lines, line].join('\n');
}
