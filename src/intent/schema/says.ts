import type { Language, Said } from '../../text/index.ts';

/** What schemas say, by what zod knows it as. */
const known = new Map<string, Said>();

/** A message of a schema, which is put after the name of a key; zod takes one text, the English one. */
export function says(message: Said): string {
  known.set(message.en, message);
  return message.en;
}

/** The message of a schema in a language; undefined: it is zod's own. */
export const messageIn = (text: string, language: Language): string | undefined =>
  known.get(text)?.[language];
