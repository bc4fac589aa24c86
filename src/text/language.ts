/** Languages in which results are said. */
export const languages = ['en', 'id'] as const;

/** `en`: English; `id`: Indonesian (ISO 639-1). */
export type Language = (typeof languages)[number];

/** The same sentences in every language: one that misses a key does not compile. */
export type InEveryLanguage<Sentences> = Readonly<Record<Language, Sentences>>;
