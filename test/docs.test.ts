import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commands } from '../src/cli/commands.ts';
import { experiments } from '../src/lab/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...['docs', 'docs/guide'].flatMap(folder =>
    readdirSync(join(root, folder))
      .filter(name => name.endsWith('.md'))
      .map(name => `${folder}/${name}`),
  ),
  ...readdirSync(join(root, 'examples')).map(name => `examples/${name}/README.md`),
];
const text = (page: string): string => readFileSync(join(root, page), 'utf8');
const scripts = JSON.parse(text('package.json')).scripts as Record<string, string>;

/** Commands of a page: lines of its sh blocks and `jalur …` in code spans, without comments. */
function commandsOf(page: string): string[] {
  const blocks = [...text(page).matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(match =>
    (match[1] ?? '').split('\n'),
  );
  const spans = [...text(page).matchAll(/`((?:\.\/bin\/)?jalur [^`]+)`/g)].map(match => match[1] ?? '');
  return [...blocks, ...spans].map(line => line.replace(/\s+#.*$/, '').trim()).filter(line => line !== '');
}

const stated = pages.flatMap(page => commandsOf(page).map(command => ({ page, command })));
const words = (command: string): string[] => command.replace(/^(\.\/bin\/)?jalur /, '').split(/\s+/);
const ofJalur = stated.filter(({ command }) => /^(\.\/bin\/)?jalur /.test(command));

describe('documentation', () => {
  it.each(pages)('%s links to files that exist', page => {
    const links = [...text(page).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(match => match[1] ?? '');
    expect(links.filter(link => !existsSync(join(root, dirname(page), link)))).toEqual([]);
  });

  it('names npm scripts that exist', () => {
    const names = stated
      .filter(({ command }) => command.startsWith('npm '))
      .map(({ command }) =>
        command.split(/\s+/)[1] === 'run' ? command.split(/\s+/)[2] : command.split(/\s+/)[1],
      );
    expect(names.filter(name => !(`${name}` in scripts))).toEqual([]);
  });

  it('names commands that exist', () => {
    const known = ['help', ...commands.map(({ name }) => name)];
    expect(ofJalur.filter(({ command }) => !known.includes(words(command)[0] ?? ''))).toEqual([]);
  });

  it('names experiments that exist', () => {
    const known: readonly string[] = experiments.map(({ name }) => name);
    const named = ofJalur.flatMap(({ command }) => /--experiment (\S+)/.exec(command)?.[1]?.split(',') ?? []);
    expect(named.filter(name => !known.includes(name))).toEqual([]);
  });

  // The lab's commands need root and minutes: test/lab.kernel.test.ts runs them.
  const quick = ofJalur.filter(({ command }) =>
    /^(routes|plan|parse) examples\//.test(words(command).join(' ')),
  );
  it.each([...new Set(quick.map(({ command }) => command))])('%s works', command => {
    const argv = [join(root, 'bin/jalur'), ...words(command)];
    const output = execFileSync(process.execPath, argv, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    expect(output.toString()).not.toBe('');
  });
});
