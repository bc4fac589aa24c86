/** C0, DEL and C1 controls but tab and newline; and the marks that turn the direction of what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unseen = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g;

/** Control characters as pictures of the same width (U+2400): no text that is read may steer a terminal. */
export function visible(text: string): string {
  return text.replace(unseen, character => {
    const c = character.charCodeAt(0);
    if (c < 0x20) return String.fromCharCode(0x2400 + c);
    return c === 0x7f ? '\u2421' : '\ufffd';
  });
}
