import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { convertRouterOs } from '../../src/convert/index.ts';
import { type Item, propertyPlace, type Router } from '../../src/model/index.ts';
import { parse, readRouterOs } from '../../src/rsc/index.ts';
import { corpusFiles, hasCorpus } from './corpus.ts';

const examples = ['paper/paper.rsc', 'paper-fixed/paper-fixed.rsc', 'paper-fixed/paper-fixed-v6.rsc'];
const texts = [
  ...examples.map(name => ({
    name,
    text: readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8'),
  })),
  ...corpusFiles(),
].map(({ name, text }) => [name, text] as const);

function itemsOf({ firewall, kept: _kept, fences: _fences, ...router }: Router): readonly Item[] {
  const rules = Object.values(firewall).flatMap(tables => Object.values(tables).flat());
  const lists = Object.values(router).filter(list => Array.isArray(list)) as readonly (readonly Item[])[];
  return [...rules, ...lists.flat()];
}

/** Every argument of a text by the place of its value: `at` its name, and the value as the parser reads it. */
function wordsOf({ script }: ReturnType<typeof parse>) {
  const words = new Map<string, string>();
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const { kind, start, nameEnd, name, value } = part as Record<string, unknown>;
    if (kind === 'argument') {
      const { start: from, end } = value as { start: number; end: number };
      words.set(`${start}-${nameEnd} ${from}-${end}`, String(name));
    }
    for (const child of Object.values(part)) visit(child);
  };
  visit(script);
  return words;
}

// The public configurations (../shared/corpus) are not in this repository; the examples always are.
describe(`places of ${hasCorpus ? 'examples and public configurations' : 'examples'}`, () => {
  it.each(texts)('%s: each property of each item → its name and value as written', (name, text) => {
    const { router } = readRouterOs(text, { file: name });
    const words = wordsOf(parse(text, name));
    let seen = 0;
    for (const item of itemsOf(router)) {
      for (const property of item.stated?.properties ?? []) {
        const place = propertyPlace(item, property);
        if (!place) throw new Error(`${item.id}: no place of ${property}`);
        const [said, value] = [place.name, place.value].map(
          ({ start, end }) => `${start.offset}-${end.offset}`,
        );
        const written = words.get(`${said} ${value}`);
        if (written === undefined) {
          // A flag, a name in `set NAME`, `enable`, the text of `comment`: one word is name and value.
          expect(said).toBe(value);
          expect(place.name.end.offset).toBeGreaterThan(place.name.start.offset);
        } else expect(property.startsWith(written)).toBe(true);
        for (const { offset, line, column } of [
          place.name.start,
          place.name.end,
          place.value.start,
          place.value.end,
        ])
          expect(text.lastIndexOf('\n', offset - 1) + column, `${name}:${line}`).toBe(offset);
        seen++;
      }
    }
    expect(seen > 0 || router.kept.length > 0 || !/\badd\b/.test(text)).toBe(true);
  });

  it.each(texts)('%s: ids → one for each item, also after a conversion', (name, text) => {
    const read = readRouterOs(text, { file: name });
    const { router } = read;
    const dialect = router.version.dialect === 'v6' ? 'v7' : 'v6';
    const target = { dialect, text: '', evidence: [] } as const;
    const converted = convertRouterOs(text, read, { file: name, target }).after;
    for (const one of [router, converted]) {
      const ids = itemsOf(one).map(({ id }) => id);
      expect(ids).not.toContain('');
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    }
  });
});
