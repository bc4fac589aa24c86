/** The beginning of a text, of at most so many UTF-16 units, whole letters. */
export const cutLetters = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;

/** The beginning of a text, of at most so many bytes of UTF-8, whole letters. */
export function cutBytes(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text;
  const cut = Buffer.from(text).subarray(0, most - 3);
  return `${new TextDecoder().decode(cut, { stream: true })}…`;
}
