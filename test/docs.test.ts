import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { commands } from '../src/cli/commands.ts';
import { experiments } from '../src/lab/index.ts';
import { quietly } from './hostile/quietly.ts';

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
const office = 'examples/paper-fixed/paper-fixed.rsc';
const packet = '--src 192.168.0.10 --in ether4 --dst 8.8.8.8 --proto tcp --dport 443';
const scratch = mkdtempSync(join(tmpdir(), 'jalur-docs-'));
afterAll(() => rmSync(scratch, { recursive: true }));
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

  /** What a page leaves to its reader, by something of ours. */
  const filled = (command: string): string =>
    command
      .replace(/\bFILE …/, `FILE ${packet}`)
      .replace(/\bFILE\b|\boffice\.rsc\b/g, office)
      .replace(/\bA B\b|\bmain\.rsc\b/, match =>
        match === 'A B' ? `examples/paper ${office}` : 'examples/paper',
      )
      .replace(/\bDIR\b/, scratch)
      .replace(/\bCOMMAND\b/, 'prove')
      .replace(/> (\S+)$/, `> ${scratch}/$1`);
  // The lab's commands need root and minutes, run, apply, undo and install change a machine: kernel tests run them. fmt changes its file.
  const isQuick = (command: string): boolean => {
    const line = words(filled(command)).join(' ');
    const isCall = /^(?:man|help|completion)\b|examples\//.test(line) && !/…|\| source$/.test(line);
    return isCall && !/^(?:run|apply|undo|start|install|fmt (?!--check)|lab (?!topology))/.test(line);
  };
  const quick = [...new Set(ofJalur.map(({ command }) => command).filter(isQuick))];
  function inShell(command: string) {
    const line = command.replace(/^(?:\.\/bin\/)?jalur/, '"$0" bin/jalur');
    const options = { cwd: root, encoding: 'utf8' } as const;
    const { status, stdout, stderr } = spawnSync('bash', ['-c', line, process.execPath], options);
    return { code: status, out: stdout, err: stderr };
  }
  /** A shell is there for what needs one: a process for each line takes several times as long. */
  const isPlain = (line: string): boolean => /^[\w\s./:=,@+-]+$/.test(line);
  it.each(quick)('%s works', { timeout: 60_000 }, async command => {
    const line = filled(command);
    const { code, out, err } = isPlain(line) ? await quietly(words(line)) : inShell(line);
    expect(err).not.toMatch(/unknown option|unknown command|cannot be read/);
    expect([0, 1]).toContain(code);
    if (!/ > | fmt /.test(line)) expect(out + err).not.toBe('');
  });
});

it('docs/paper.md: every title that it names is one of the lab or its report', () => {
  const folders = ['src/lab/experiments', 'src/lab/report/say'];
  const words = folders.flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => /(?:^|\/)[\w-]+\.ts$/.test(name) && !name.endsWith('.test.ts'))
      .map(name => text(join(folder, name))),
  );
  const named = [...text('docs/paper.md').matchAll(/^\|.*$/gm)].flatMap(([row]) =>
    [...row.matchAll(/\*([^*]+)\*/g)].map(([, title = '']) => title),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(title => !words.some(said => said.includes(title)))).toEqual([]);
});
