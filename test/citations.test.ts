import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const files = execFileSync(
  'git',
  ['ls-files', '-co', '--exclude-standard', 'src', 'test', 'bench', 'docs', 'tools'],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter(
    path => existsSync(join(root, path)) && /\.(ts|mjs|md)$/.test(path) && path !== 'test/citations.test.ts',
  );

/** A heading's anchor, as GitHub makes it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replace(/ /g, '-');

const anchorsOf = (page: string): ReadonlySet<string> =>
  new Set([...text(page).matchAll(/^#+ (.+)$/gm)].map(match => anchorOf(match[1] ?? '')));

interface Citation {
  readonly file: string;
  readonly page: string;
  readonly anchor: string;
}

const citations: readonly Citation[] = files.flatMap(file =>
  [...text(file).matchAll(/docs\/([a-z-]+\.md)#([\w-]+)/g)].map(match => ({
    file,
    page: match[1] ?? '',
    anchor: match[2] ?? '',
  })),
);

describe('citations', () => {
  it('source comments: cite pages of this repository → every anchor exists', () => {
    const pages = new Map(
      [...new Set(citations.map(({ page }) => page))].map(page => [page, anchorsOf(`docs/${page}`)]),
    );
    expect(citations.length).toBeGreaterThan(40);
    expect(citations.filter(({ page, anchor }) => !pages.get(page)?.has(anchor))).toEqual([]);
  });

  it('source comments: name a section by number → none', () => {
    const numbered = files.filter(file =>
      /(?:routeros|lab|peers|libs)\.md (?:sections?\b|§)/.test(text(file)),
    );
    expect(numbered).toEqual([]);
  });

  it('pages: link to an anchor of a page beside them → it exists', () => {
    const links = files
      .filter(file => file.startsWith('docs/'))
      .flatMap(file =>
        [...text(file).matchAll(/\]\(([a-z-]+\.md)#([\w-]+)\)/g)].map(match => ({
          file,
          page: match[1] ?? '',
          anchor: match[2] ?? '',
        })),
      );
    expect(links.filter(({ page, anchor }) => !anchorsOf(`docs/${page}`).has(anchor))).toEqual([]);
  });
});
