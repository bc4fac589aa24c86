/** Messages in words: English and Indonesian, by templates. */
export * from './message.ts';
export * from './template.ts';
