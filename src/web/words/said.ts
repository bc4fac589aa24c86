/** Texts in every language, side by side: a key cannot lack one of them. */
export type Language = 'en' | 'id';

// biome-ignore lint/suspicious/noExplicitAny: what a text is filled with differs from text to text
type Filled = (...values: any[]) => string;
type Said = { readonly [L in Language]: string } | { readonly [L in Language]: Filled };
export type Words = Readonly<Record<string, Said>>;

/** The texts in one language: plain, or to be filled. */
export type Spoken<W extends Words> = {
  readonly [K in keyof W]: W[K]['en'] extends Filled ? W[K]['en'] : string;
};

const spoken = new WeakMap<Words, Map<Language, unknown>>();

/** The texts of one area in one language; the same object each time. */
export function inLanguage<W extends Words>(words: W, language: Language): Spoken<W> {
  const known = spoken.get(words) ?? new Map<Language, unknown>();
  spoken.set(words, known);
  const found = known.get(language) as Spoken<W> | undefined;
  if (found) return found;
  const made = Object.fromEntries(Object.entries(words).map(([key, said]) => [key, said[language]]));
  known.set(language, made);
  return made as Spoken<W>;
}
