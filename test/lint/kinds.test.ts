import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lintText } from '../../src/lint/testing.ts';

/** Mistakes as users make them, each in a text of its kind that is right without it. */
interface Mistake {
  readonly mistake: string;
  readonly text: string;
  /** What the mistake replaces, and by what. */
  readonly edits: readonly (readonly [from: string, to: string])[];
  /** The rule that finds it, and the line. */
  readonly finds: string;
}

const folder = fileURLToPath(new URL('kinds/', import.meta.url));
const textOf = (name: string): string => readFileSync(folder + name, 'utf8');
const mistakes: readonly Mistake[] = JSON.parse(textOf('mistakes.json'));

describe('texts of usual kinds that are right', () => {
  it.each(readdirSync(folder).filter(name => name.endsWith('.rsc')))('%s → nothing above a remark', name => {
    const found = lintText(textOf(name)).filter(({ severity }) => severity !== 'info');
    expect(found.map(({ id, what }) => `${id}: ${what}`)).toEqual([]);
  });
});

describe('one mistake in such a text', () => {
  it.each(mistakes)('$mistake → $finds', ({ text, edits, finds }) => {
    const wrong = edits.reduce((before, [from, to]) => {
      expect(before.split(from)).toHaveLength(2);
      return before.replace(from, () => to);
    }, textOf(text));
    const found = lintText(wrong).map(({ id, span }) => `${id}:${span.start.line}`);
    expect(found).toContain(finds);
  });
});
