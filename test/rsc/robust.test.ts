import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRouterOs, lostBytes, parse, printTree, readRouterOs } from '../../src/rsc/index.ts';
import { corpusFiles } from './corpus.ts';
import { mutate } from './mutate.ts';
import { mutateLines } from './mutate-lines.ts';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const errors = readdirSync(folder('../errors')).filter(name => name.endsWith('.rsc'));
const texts = [
  ...['paper/paper.rsc', 'paper/listing.txt', 'paper-fixed/paper-fixed.rsc'].map(
    path => `../../examples/${path}`,
  ),
  ...errors.map(name => `../errors/${name}`),
].map(path => readFileSync(folder(path), 'utf8'));
const real = [...texts, ...corpusFiles().map(({ text }) => text)];

/** Reading must come back with a text that is wholly there and every statement counted. */
function survives(text: string): void {
  const tree = parse(text, 'x.rsc');
  const { counts } = readRouterOs(text, { file: 'x.rsc' });
  if (printTree(tree.source, tree.script) !== text) throw new Error('the tree does not print back');
  if (counts.lost !== 0) throw new Error('bytes were lost');
  if (counts.modelled + counts.kept + counts.notEvaluated + counts.notUnderstood !== counts.statements)
    throw new Error('miscounted');
}

const many = (menu: string, statement: string): string => `${menu}\n${`${statement}\n`.repeat(130_000)}`;

// JALUR_PIECES=100000 JALUR_SEED=1 reads that many; some minutes.
const pieces = Number(process.env['JALUR_PIECES'] ?? 10_000);

describe('reading survives', () => {
  it('any string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), survives), { numRuns: 5000 });
  });

  it('any bytes', () => {
    const bytes = fc.uint8Array({ maxLength: 300 }).map(array => Buffer.from(array).toString('latin1'));
    fc.assert(fc.property(bytes, survives), { numRuns: 5000 });
  });

  it('strings of its own punctuation', () => {
    const unit = fc.constantFrom(...'"\\[]{}()=;#$/!-\n \tabfind:');
    fc.assert(fc.property(fc.string({ unit, maxLength: 120 }), survives), { numRuns: 10_000 });
  });

  it(`${pieces} mutated pieces of real text`, { timeout: 600_000 }, () => {
    const start = Number(process.env['JALUR_SEED'] ?? 1);
    for (let seed = start; seed < start + pieces; seed++) {
      try {
        survives(seed % 10 === 0 ? mutateLines(real, seed) : mutate(real, seed));
      } catch (error) {
        throw new Error(`seed ${seed}`, { cause: error });
      }
    }
    console.log(`read and printed back: seeds ${start} to ${start + 99_999}`);
  });

  it('nesting without end', () => {
    for (const opener of ['[', '{', '(', '"$[', '[find (']) {
      const text = opener.repeat(20_000);
      expect(() => survives(text)).not.toThrow();
      expect(() => survives(`/ip route add comment=${text}`)).not.toThrow();
    }
  });

  it.each([
    ['kept statements in a fence', `\`\`\`\n${many('/snmp community', 'add')}\`\`\`\n`],
    [
      'items that are moved and removed',
      `${many('/interface bridge port', 'add')}move [find] 0\nremove [find]\n`,
    ],
    ['pieces of a string', `/ip route add comment="${'$a '.repeat(130_000)}"\n`],
    ['names of a path', `${'/ip '.repeat(130_000)}\n`],
  ])('130 000 %s: more than a call can have arguments', (_, text) => {
    expect(() => survives(text)).not.toThrow();
  });

  it('a block of 130 000 statements → is formatted', () => {
    const { text } = formatRouterOs(`{\n${many('/ip route', 'add')}}\n`, 'x.rsc');
    expect(text.length).toBeGreaterThan(130_000 * 8);
  });

  it('more statements than fit into memory → the rest is not read, which is an error', () => {
    const text = '\n#'.repeat(2_000_010);
    const { problems, script, source } = parse(text, 'x.rsc');
    expect(problems.map(({ id }) => id)).toEqual(['rsc/too-many-statements']);
    expect(script.parts).toHaveLength(2_000_001);
    expect(lostBytes(source, script)).toBe(0);
  });

  it('one line of a megabyte', () => {
    const text = `/ip firewall address-list add list=a comment="${'x\\_'.repeat(350_000)}" address=10.0.0.1`;
    expect(() => survives(text)).not.toThrow();
  });
});
