import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/lint/index.ts';

const page = readFileSync(fileURLToPath(new URL('../../docs/lint.md', import.meta.url)), 'utf8');
const [, table = ''] = /<!-- not looked for -->([\s\S]*)<!-- end of not looked for -->/.exec(page) ?? [];
const rows = table
  .split('\n')
  .filter(line => line.startsWith('| ') && !line.startsWith('| what |'))
  .map(line => line.split('|').map(cell => cell.trim()));

describe('mistakes for which docs/lint.md says that there is no rule', () => {
  it('are listed', () => expect(rows.length).toBeGreaterThan(30));

  it.each(rows)('%s%s → with a reason, and rules and commands that exist', (_, what = '', why = '') => {
    expect(what).not.toBe('');
    expect(why).not.toBe('');
    const named = [...why.matchAll(/`([a-z]+\/[a-z-]+)`/g)].map(([, id]) => id);
    expect(named.filter(id => !rules.some(rule => rule.id === id))).toEqual([]);
    const commands = [...why.matchAll(/`jalur ([a-z]+)`/g)].map(([, name]) => name);
    const known = ['convert', 'explain', 'prove', 'run', 'sanitize'];
    expect(commands.filter(name => !known.includes(name ?? ''))).toEqual([]);
  });

  it('none of them is what a rule is about', () => {
    const titles = rules.map(({ title }) => title.en.toLowerCase());
    expect(rows.filter(([, what = '']) => titles.includes(what.toLowerCase()))).toEqual([]);
  });
});
