import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/lint/index.ts';

const path = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const page = readFileSync(path('docs/lint-catalogue.md'), 'utf8');
const [, table = ''] = /<!-- catalogue -->([\s\S]*)<!-- end of catalogue -->/.exec(page) ?? [];
const rows = table
  .split('\n')
  .filter(line => line.startsWith('| ') && !line.startsWith('| id |'))
  .map(line => line.split('|').map(cell => cell.trim()))
  .map(([, id = '', what = '', answer = '']) => ({ id, what, answer }));

/** How many mistakes each part of the catalogue has. */
const sizes = {
  PCC: 17,
  MRK: 21,
  RT: 22,
  CG: 13,
  NAT: 13,
  FT: 4,
  FW: 12,
  QOS: 7,
  DHCP: 8,
  DNS: 4,
  IF: 6,
  NET: 2,
  VER: 8,
  SYN: 7,
  OPS: 6,
  MORE: 22,
};

const numbered = (prefix: string, size: number): string[] =>
  Array.from({ length: size }, (_, at) => `${prefix}-${String(at + 1).padStart(3, '0')}`);

const ids = [
  ...Array.from({ length: 28 }, (_, at) => `P${at + 1}`),
  ...Object.entries(sizes).flatMap(([prefix, size]) => numbered(prefix, size)),
];

const commands = readdirSync(path('src/cli/commands')).map(name => name.replace(/\..*$/, ''));
const reader = textOf(path('src/rsc'));

/** All text of a folder. */
function textOf(folder: string): string {
  const texts = readdirSync(folder).map(name => {
    const file = join(folder, name);
    if (statSync(file).isDirectory()) return textOf(file);
    return file.endsWith('.test.ts') ? '' : readFileSync(file, 'utf8');
  });
  return texts.join('\n');
}

const namedIn = (answer: string): string[] =>
  [...answer.matchAll(/`([a-z]+\/[a-z0-9-]+)`/g)].map(([, id = '']) => id);

/** Most ids stand whole in the reader; `rsc/unknown-table` and `rsc/unclosed-quote` are made of their last words. */
const isOfReader = (id: string): boolean =>
  [id, id.replace('rsc/unknown-', ''), id.replace('rsc/', '')].some(part => reader.includes(`'${part}'`));

describe('the catalogue of mistakes', () => {
  it('has each of them once, in order', () => {
    expect(ids).toHaveLength(200);
    expect(rows.map(({ id }) => id)).toEqual(ids);
  });

  it.each(rows)('$id $what → rules that exist, or a reason', ({ what, answer }) => {
    expect(what).not.toBe('');
    expect(answer).not.toBe('');
    const known = new Set<string>(rules.map(({ id }) => id));
    expect(namedIn(answer).filter(id => !known.has(id) && !isOfReader(id))).toEqual([]);
    const named = [...answer.matchAll(/`jalur ([a-z]+)/g)].map(([, name = '']) => name);
    expect(named.filter(name => !commands.includes(name))).toEqual([]);
  });
});
