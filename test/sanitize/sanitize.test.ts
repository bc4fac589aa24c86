import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readTextFile, readTexts } from '../../src/config/index.ts';
import { lint, lintInput } from '../../src/lint/index.ts';
import { sanitize } from '../../src/sanitize/index.ts';

const key = Uint8Array.from({ length: 16 }, (_, i) => i * 7);
const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const examples = fileURLToPath(new URL('../../examples/', import.meta.url));

/** Findings by rule, severity and line: their sentences name what has another name then. */
function findingsIn(text: string): string[] {
  const config = readTexts([{ file: 'a.rsc', text }], { assumesPorts: true });
  return lint(lintInput(config, {}), { language: 'en' })
    .diagnostics.map(({ severity, id, span }) => `${severity} ${id}:${span.start.line}`)
    .sort();
}

const textsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.rsc'));

/** A chain is called by a name with a slip of the pen: that the two are alike is not kept, so no "did you mean" either. */
const slips = ['aeternuspolyphagus__mikrotik-firewall/new-firewall.rsc'];

describe('lint finds the same before and after', () => {
  it.each(textsIn(examples))('examples/%s', name => {
    const text = readFileSync(examples + name, 'utf8');
    expect(findingsIn(sanitize(text, name, key).text)).toEqual(findingsIn(text));
  });

  it.skipIf(!existsSync(corpus))(
    'each text of the corpus (skipped where it is absent)',
    { timeout: 300_000 },
    () => {
      const different = textsIn(corpus).filter(name => {
        const { text } = readTextFile(corpus + name);
        return findingsIn(sanitize(text, name, key).text).join() !== findingsIn(text).join();
      });
      expect(different).toEqual(slips);
    },
  );
});
