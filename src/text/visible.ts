/**
 * C0, DEL and C1 controls but tab and newline; the marks that turn the direction of what follows; and other line ends.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unseen = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Control characters as pictures of the same width (U+2400): no text that is read may steer a terminal. */
export function visible(text: string): string {
  return text.replace(unseen, character => {
    const c = character.charCodeAt(0);
    if (c < 0x20) return String.fromCharCode(0x2400 + c);
    return c === 0x7f ? '\u2421' : '\ufffd';
  });
}

/** JSON in which no such character stands as itself: JSON escapes but those below a blank. */
export function visibleJson(json: string): string {
  return json.replace(unseen, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
