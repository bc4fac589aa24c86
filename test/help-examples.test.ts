import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registered } from './hostile/every-command.ts';
import { type Answer, quietly } from './hostile/quietly.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'jalur-help-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Files that examples name; each of them is the repaired gateway of the paper, and knows a host by name. */
const host = '/ip dns static add address=192.168.0.50 name=nas\n';
const files = ['office.rsc', 'office-v6.rsc', 'office-new.rsc', 'before.rsc', 'after.rsc'];
beforeAll(() => {
  symlinkSync(join(root, 'examples'), join(folder, 'examples'));
  symlinkSync(join(root, 'examples/office/gateway.yaml'), join(folder, 'gateway.yaml'));
  for (const name of files) {
    const text = name === 'office-v6.rsc' ? 'paper-fixed-v6.rsc' : 'paper-fixed.rsc';
    writeFileSync(join(folder, name), readFileSync(join(root, 'examples/paper-fixed', text), 'utf8') + host);
  }
});

const all = await registered();
/** One after the other: what is printed is caught for the whole process. */
const helps: Answer[] = [];
for (const words of [[], ...all.map(({ name }) => name.split(' '))])
  helps.push(await quietly([...words, '--help']));

/** Lines below `Examples:`, without what stands beside them. */
const examples = [
  ...new Set(
    helps.flatMap(({ out }) =>
      (out.split('\nExamples:\n')[1] ?? '')
        .split('\n')
        .flatMap(line => /^ {2}(.*jalur .+?)(?: {2,}.*)?$/.exec(line)?.[1] ?? []),
    ),
  ),
];

/** They need root, a lab or minutes, another shell, or a machine with two ports: kernel tests run what they do; their words are looked at here. */
const isHeavy = (line: string): boolean =>
  /^sudo |jalur (?:init|start|lab (?!topology))|\| source$|\/usr\/local/.test(line);

describe('examples of --help', () => {
  it('every command has some', () => {
    const bare = all.filter((_, i) => !helps[i + 1]?.out.includes('\nExamples:\n'));
    expect(bare.map(({ name }) => name)).toEqual([]);
    expect(examples.length).toBeGreaterThan(30);
  });

  it.each(examples.filter(line => !isHeavy(line)))('%s → an answer', { timeout: 60_000 }, line => {
    const { status, stderr } = spawnSync('bash', ['-c', line], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${join(root, 'bin')}:${process.env['PATH']}` },
    });
    expect(stderr).not.toMatch(/unknown (?:option|command)|cannot be read|cannot be written|not found/);
    expect([0, 1]).toContain(status);
  });

  it.each(examples.filter(isHeavy))('%s → words that the command takes', line => {
    const words = (/jalur (.*?)(?: [|>] .*)?$/.exec(line)?.[1] ?? '').split(' ');
    const meant = all.find(({ name }) => words.join(' ').startsWith(name));
    const rest = words.slice(meant?.name.split(' ').length);
    meant?.command.exitOverride().action(() => undefined);
    expect(() => meant?.command.parse(rest, { from: 'user' })).not.toThrow();
    expect(meant).toBeDefined();
  });
});
