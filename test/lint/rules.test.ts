import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/lint/index.ts';
import { lintText } from '../../src/lint/testing.ts';
import { applyEdits } from '../../src/rsc/index.ts';
import { pageOf, ruleIds, ruleList, ruleTable } from '../../tools/lint-rules.ts';

const update = process.env['UPDATE_GOLDENS'] === '1';
const path = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const page = path('docs/lint.md');
const marks = /(<!-- rules -->\n)[\s\S]*(<!-- end of rules -->)/;

/** The blocks of a section of a page. */
function blocksOf(id: string, section: string): string[] {
  const [, text = ''] =
    new RegExp(`^## ${section}\n([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, 'm').exec(pageOf(id)) ?? [];
  return [...text.matchAll(/^```rsc\n([\s\S]*?)^```/gm)].map(([, block = '']) => block);
}

it('the list of rules is that of the folders', () => {
  const list = path('src/lint/rules/index.ts');
  if (update) writeFileSync(list, ruleList());
  expect(readFileSync(list, 'utf8')).toBe(ruleList());
});

it('the table of docs/lint.md is that of the rules', () => {
  const text = readFileSync(page, 'utf8');
  const wanted = text.replace(
    marks,
    (_, begin: string, end: string) => `${begin}\n${ruleTable(rules)}\n${end}`,
  );
  if (update) writeFileSync(page, wanted);
  expect(text).toBe(wanted);
});

it('each rule has the id of its file', () => expect(rules.map(({ id }) => id)).toEqual(ruleIds()));

describe.each(rules.map(({ id }) => id))('the page of %s', id => {
  it('has its sections', () => {
    const text = pageOf(id);
    expect(text.split('\n')[0]).toBe(`# ${id}`);
    const sections = ['Wrong', 'Right', 'Why it matters', 'When not to use it', 'Source'];
    expect([...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual(sections);
  });

  it('what is wrong → this rule alone', () => {
    const blocks = blocksOf(id, 'Wrong');
    expect(blocks.length).toBeGreaterThan(0);
    for (const block of blocks) {
      const found = lintText(block).filter(one => one.id === id || one.severity !== 'info');
      expect([...new Set(found.map(one => one.id))]).toEqual([id]);
    }
  });

  it('what is wrong, with the edits of its fix → this rule no more', () => {
    for (const block of blocksOf(id, 'Wrong')) {
      const found = lintText(block).filter(one => one.id === id);
      for (const { fix } of found) {
        if (!fix || fix.edits.length === 0) continue;
        const edits = fix.edits.map(({ span: { start, end }, text }) => ({
          start: start.offset,
          end: end.offset,
          text,
        }));
        const left = lintText(applyEdits(block, edits).text).filter(one => one.id === id);
        expect(left.length).toBeLessThan(found.length);
        if (!fix.isSafe) expect(fix.note).toBeDefined();
      }
    }
  });

  it('what is right → nothing', () => {
    const blocks = blocksOf(id, 'Right');
    expect(blocks.length).toBeGreaterThan(0);
    for (const block of blocks) {
      const found = lintText(block).filter(one => one.id === id || one.severity !== 'info');
      expect(found.map(one => `${one.id}: ${one.what}`)).toEqual([]);
    }
  });
});
