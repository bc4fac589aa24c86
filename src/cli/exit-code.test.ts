import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { quietly } from '../../test/hostile/quietly.ts';
import { exitCode } from './exit-code.ts';

const bin = fileURLToPath(new URL('../../bin/jalur', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'jalur-exit-'));
afterAll(() => rmSync(folder, { recursive: true }));

const codeOf = async (words: readonly string[]): Promise<number> => (await quietly(words)).code;

/** One after the other: what is printed is caught for the whole process. */
async function codesOf(all: readonly (readonly string[])[]): Promise<readonly number[]> {
  const codes: number[] = [];
  for (const words of all) codes.push(await codeOf(words));
  return codes;
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

/** Every command that reads a configuration, with what it needs beside the file. */
const commands: Readonly<Record<string, (path: string) => readonly string[]>> = {
  explain: path => ['explain', path, '--src', '192.168.0.10', '--dst', '8.8.8.8'],
  prove: path => ['prove', path],
  spread: path => ['spread', path],
  diff: path => ['diff', 'examples/paper', path],
  routes: path => ['routes', path],
  plan: path => ['plan', path],
  parse: path => ['parse', path],
  convert: path => ['convert', path, '--to', 'v7'],
  fmt: path => ['fmt', '--check', path],
};

describe('exit code', () => {
  it.each(Object.keys(commands))(
    '%s: a text that is missing, empty or has errors, a bad option → 2',
    async name => {
      const words = commands[name] ?? (() => []);
      const wrong = file('wrong.rsc', '/ip route add gateway=10.0.0.1 comment="open\n');
      const paths = [join(folder, 'none.rsc'), file('empty.rsc', ''), wrong];
      const asked = [...paths.map(words), [...words('examples/paper'), '--no-such-option']];
      expect(await codesOf(asked)).toEqual([2, 2, 2, 2]);
    },
  );

  it.each([
    [
      'a port that there is not',
      ['explain', 'examples/paper', '--src', '1.1.1.1', '--dst', '8.8.8.8', '--dport', '65536'],
      'a port from 0 to 65535',
    ],
    [
      'options that exclude each other',
      ['parse', 'examples/paper', '--json', '--print'],
      "cannot be used with option '--json'",
    ],
    [
      'a result that cannot be written',
      ['convert', 'examples/paper/listing.txt', '--to', 'v7', '-o', join(folder, 'none', 'v7.rsc')],
      'v7.rsc cannot be written: no such file or directory\n',
    ],
    [
      'a file that is not there',
      ['prove', join(folder, 'none.rsc')],
      'none.rsc cannot be read: no such file or directory\n',
    ],
    ['a folder for a file', ['fmt', folder], 'cannot be read: it is a folder\n'],
  ] as const)('%s → 2, said', (_, words, said) => {
    const { status, stderr } = spawnSync(process.execPath, [bin, ...words], { encoding: 'utf8', cwd: root });
    expect(stderr).toContain(said);
    expect(status).toBe(2);
  });

  const lan = `/ip address
add address=10.0.0.2/24 interface=ether1
add address=192.168.0.1/24 interface=ether2
/ip route add gateway=10.0.0.1
/ip firewall nat add chain=srcnat action=masquerade out-interface=ether1
`;
  const filter = (rules: string): string => `${lan}/ip firewall filter\n${rules}`;
  const loopless = 'add chain=forward in-interface=ether1 connection-state=new action=drop\n';

  it.each([
    ['holds → 0', loopless, 0],
    ['violated → 1', `add chain=forward action=drop\n`, 1],
    [
      'depends on the rate → 2',
      `${loopless}add chain=forward limit=5,5:packet action=accept\nadd chain=forward action=drop\n`,
      2,
    ],
  ] as const)('prove: %s', async (_, rules, code) => {
    expect(await codeOf(['prove', file('office.rsc', filter(rules))])).toBe(code);
  });

  it('explain, spread, diff: it depends → 0, with --strict 2', async () => {
    const path = file('rate.rsc', filter('add chain=forward limit=5,5:packet action=drop\n'));
    const all = [
      ['explain', path, '--in', 'ether2', '--src', '192.168.0.9', '--dst', '8.8.8.8'],
      ['spread', path, '--flows', '50'],
      ['diff', file('before.rsc', lan), path, '--flows', '50'],
    ];
    expect(await codesOf(all)).toEqual([0, 0, 0]);
    expect(await codesOf(all.map(words => [...words, '--strict']))).toEqual([2, 2, 2]);
    const settled = all.map(words => [...words, '--strict', '--assume', 'limit=above']);
    expect(await codesOf(settled)).toEqual([0, 0, 0]);
  }, 30_000);

  it('the guide → has a row for each code, and for no other', () => {
    const guide = readFileSync(join(root, 'docs/guide/asking.md'), 'utf8');
    const rows = [...guide.matchAll(/^\| (\d+) \| /gm)].map(([, code]) => Number(code));
    expect(rows).toEqual(Object.values(exitCode));
  });

  it('nobody reads the output → 141', () => {
    const line = 'set -o pipefail; "$0" "$1" man | true';
    expect(spawnSync('bash', ['-c', line, process.execPath, bin]).status).toBe(141);
  });
});
