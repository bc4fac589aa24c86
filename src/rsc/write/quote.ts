/** Characters that need no quotes in a value. */
const bare = /^[A-Za-z0-9._:/,!%@+*~^&'|-]+$/;

const names: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  $: '\\$',
  '?': '\\?',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A value as exports write it: quoted where it holds a blank or anything with a meaning of its own. */
export function quote(text: string): string {
  if (bare.test(text) && !text.startsWith('~') && !text.endsWith('-')) return text;
  return `"${escapeText(text)}"`;
}

/** A text as it is written inside quotes. */
export const escapeText = (text: string): string => [...text].map(escaped).join('');

function escaped(character: string): string {
  const code = character.charCodeAt(0);
  if (names[character] === undefined && code > 31 && code !== 127) return character;
  return names[character] ?? `\\${code.toString(16).toUpperCase().padStart(2, '0')}`;
}
