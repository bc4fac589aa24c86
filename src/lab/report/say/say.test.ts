import { describe, expect, it } from 'vitest';
import { comparisonWords } from './comparison.ts';
import { headlineWords } from './headline.ts';
import { pageWords } from './page.ts';
import { settingWords } from './setting.ts';

/** The shape of a table of sentences: keys, how many a list has, how many words a sentence is given. */
function shape(words: unknown): unknown {
  if (typeof words === 'function') return 'sentence';
  if (Array.isArray(words)) return words.map(shape);
  if (typeof words !== 'object' || words === null) return typeof words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, shape(value)]));
}

const texts = (words: unknown): readonly string[] =>
  typeof words === 'string'
    ? [words]
    : typeof words === 'object' && words !== null
      ? Object.values(words).flatMap(texts)
      : [];

describe('sentences of the report', () => {
  it.each([
    ['comparison', comparisonWords],
    ['headline', headlineWords],
    ['page', pageWords],
    ['setting', settingWords],
  ])('%s: no key is missing and none is empty, in either language', (_, words) => {
    expect(shape(words.id)).toEqual(shape(words.en));
    for (const language of ['en', 'id'] as const) expect(texts(words[language])).not.toContain('');
    const long = texts(words.en).filter(text => text.length > 40);
    expect(texts(words.id).filter(text => long.includes(text))).toEqual([]);
  });
});
