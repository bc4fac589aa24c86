import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readRouterOs } from '../../src/rsc/index.ts';
import { renderDiagnostics } from '../../src/text/index.ts';

// One mistake a file; beside it what is said about it. `UPDATE_GOLDENS=1` rewrites the goldens: read their diff.

const folder = fileURLToPath(new URL('.', import.meta.url));
const names = readdirSync(folder)
  .filter(name => name.endsWith('.rsc'))
  .map(name => name.replace(/\.rsc$/, ''));

function render(name: string): string {
  const text = readFileSync(`${folder}${name}.rsc`, 'utf8');
  const { diagnostics } = readRouterOs(text, { file: `${name}.rsc` });
  return `${renderDiagnostics(diagnostics, () => text)}\n`;
}

describe('what is said about mistakes', () => {
  it.each(names)('%s', name => {
    const said = render(name);
    if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(`${folder}${name}.txt`, said);
    expect(said).toBe(readFileSync(`${folder}${name}.txt`, 'utf8'));
  });

  it('differs from mistake to mistake, for at least 60 of them', () => {
    const sentences = new Set(names.map(name => render(name).split('\n')[0]?.replace(/^\S+ /, '')));
    expect(sentences.size).toBeGreaterThanOrEqual(60);
  });

  it('has no golden without its mistake', () => {
    const goldens = readdirSync(folder).filter(name => name.endsWith('.txt'));
    expect(goldens.map(name => name.replace(/\.txt$/, '')).filter(name => !names.includes(name))).toEqual([]);
  });

  it('shows no secret', () => {
    expect(names.map(render).join('')).not.toContain('hunter2');
  });
});
