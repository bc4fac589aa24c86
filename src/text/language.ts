/** Languages in which results are said. */
export const languages = ['en', 'id'] as const;

/** `en`: English; `id`: Indonesian (ISO 639-1). */
export type Language = (typeof languages)[number];

/** The same sentences in every language: one that misses a key does not compile. */
export type InEveryLanguage<Sentences> = Readonly<Record<Language, Sentences>>;

/** A sentence, or a part of one, in every language. */
export type Said = InEveryLanguage<string>;

/** A sentence for each language, made by one function. */
export const inEvery = (say: (language: Language) => string): Said => ({ en: say('en'), id: say('id') });
