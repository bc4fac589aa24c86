import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const bin = fileURLToPath(new URL('../../../bin/jalur', import.meta.url));

function jalur(...words: string[]) {
  const run = spawnSync(process.execPath, [bin, ...words], { encoding: 'utf8' });
  return { code: run.status, out: run.stdout };
}

const dir = mkdtempSync(join(tmpdir(), 'readings-'));
afterAll(() => rmSync(dir, { recursive: true }));

const file = (name: string, text: string): string => {
  const path = join(dir, name);
  writeFileSync(path, text);
  return path;
};

/** target-scope 10 reaches a probe address of scope 10 in RouterOS 6 alone. */
const recursive = (scope: number): string => `/ip address
add address=203.0.113.2/24 interface=ether1
add address=198.51.100.2/24 interface=ether2
add address=192.168.5.1/24 interface=ether3
/ip route
add dst-address=9.9.9.9/32 gateway=203.0.113.1 scope=10
add gateway=9.9.9.9 target-scope=${scope} distance=1
add gateway=198.51.100.1 distance=2
/ip firewall nat add chain=srcnat action=masquerade out-interface=ether1
/ip firewall nat add chain=srcnat action=masquerade out-interface=ether2
`;
const open = file('open.rsc', recursive(10));
const differs =
  'The text does not show which RouterOS it is for, and the answer depends on it (say --dialect v6 or --dialect v7).';
const packet = ['--in', 'ether3', '--src', '192.168.5.9', '--dst', '1.1.1.1'];

describe('a text that does not show its version', () => {
  it('explain: RouterOS 6 sends it elsewhere → both answers by name', () => {
    const { out } = jalur('explain', open, ...packet);
    const [head, , seven, way7] = out.split('\n');
    expect([head, seven]).toEqual([differs, 'Read as RouterOS 7:']);
    expect(way7).toMatch(/^It leaves by ether2 /);
    expect(out).toMatch(/Read as RouterOS 6:\nIt leaves by ether1 /);
  });

  it('--json → the second one beside the first', () => {
    const { asV6, dialect, routes } = JSON.parse(jalur('routes', open, '--json').out);
    const active = (all: { active: boolean; comment: string; distance: number }[]) =>
      all.filter(one => one.active && one.distance > 0).map(one => one.distance);
    expect([dialect, active(routes), active(asV6.routes)]).toEqual(['v7', [1, 2], [1, 1]]);
  });

  it('both the same → one answer', () => {
    const same = file('same.rsc', recursive(11));
    for (const words of [
      ['explain', same, ...packet],
      ['routes', same],
      ['spread', same, '--flows', '40'],
    ])
      expect(jalur(...words).out).not.toContain('RouterOS 6');
  });

  it('it is said → one answer, by an option, by a header, by what the text states', () => {
    const header = file('header.rsc', `# by RouterOS 7.14\n${recursive(10)}`);
    const table = file('table.rsc', `/routing table add fib name=x\n${recursive(10)}`);
    const client = file('client.rsc', `/ip dhcp-client add interface=ether4\n${recursive(10)}`);
    for (const words of [
      ['routes', open, '--dialect', 'v6'],
      ['routes', header],
      ['routes', table],
      ['routes', client],
    ])
      expect(jalur(...words).out).not.toContain(differs);
  });

  it('prove: violated otherwise → both, and violated', () => {
    const { code, out } = jalur('prove', open);
    expect([code, out.startsWith(differs)]).toEqual([1, true]);
    expect(out).toMatch(/Read as RouterOS 6:\n\d+ invariants? (?:is|are) violated/);
  });
});
