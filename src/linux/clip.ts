/** Length in UTF-8: nft and the kernel count bytes. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** No character has more than three bytes for each unit of its length: most texts need not be counted. */
const isShort = (text: string, bytes: number): boolean =>
  text.length * 3 <= bytes || byteLength(text) <= bytes;

/** The first part of a text that has at most `bytes` bytes. */
export function clipEnd(text: string, bytes: number): string {
  if (isShort(text, bytes)) return text;
  const letters = [...text];
  while (byteLength(letters.join('')) > bytes) letters.pop();
  return letters.join('');
}

/** The last part of a text that, with a leading `…` where something is missing, has at most `bytes` bytes. */
export function clipStart(text: string, bytes: number): string {
  if (isShort(text, bytes)) return text;
  const letters = [...text];
  while (byteLength(letters.join('')) > bytes - 3) letters.shift();
  return `…${letters.join('')}`;
}
