import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Namespace, privateNamespace, run } from '../../../sys/index.ts';
import { applyProgram, type Host, openHost } from '../../index.ts';

const textOf = (ports: readonly number[]): string => `table inet jalur {
map choice0 {
  typeof numgen inc mod 4 : verdict
  elements = { 0 : jump choice0_0, 1 : jump choice0_1 }
}
chain choice0_0 {
  counter ct mark set 0x00000001
}
chain choice0_1 {
  counter ct mark set 0x00000002
}
chain choose {
  jhash ip saddr mod 4 seed 0x1 vmap @choice0
}
chain forward {
  type filter hook forward priority 0; policy accept;
${ports.map(port => `  tcp dport ${port} counter drop comment "x.rsc:${port}"`).join('\n')}
}
}
`;
const nothing = { sysctls: [], devices: [], up: [], addresses: [], rules: [], routes: [], tc: [] };

let ns: Namespace;
let host: Host;
let stateDir: string;

beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), 'patch-'));
  ns = privateNamespace('kernel-patch');
  host = openHost({ ns, stateDir });
});

afterEach(() => {
  host.close();
  ns.close();
  rmSync(stateDir, { recursive: true });
});

const apply = (text: string): readonly string[] => {
  const { changes, problems } = applyProgram(host, {
    ...nothing,
    nft: { family: 'inet', table: 'jalur', text },
  });
  expect(problems).toEqual([]);
  return changes;
};

describe('a table that is changed in place', () => {
  it('a bucket leads elsewhere, and one is gone → its map and chains alone change', () => {
    apply(textOf([25, 26]));
    const other = textOf([25, 26]).replace('0x00000002', '0x00000003');
    expect(apply(other)).toEqual(['change nft table inet jalur: chain choice0_1']);
    const fewer = other.replace(', 1 : jump choice0_1', '').replace(/chain choice0_1 \{[^}]*\}\n/, '');
    expect(apply(fewer)).toEqual(['change nft table inet jalur: chain choice0_1, map choice0']);
    expect(apply(fewer)).toEqual([]);
  });

  it('one rule of many differs → it alone is changed: the others keep their handles and counts', () => {
    const ports = Array.from({ length: 9 }, (_, i) => 20 + i);
    apply(textOf(ports));
    const handles = () => {
      const listed = run(['nft', '-a', 'list', 'chain', 'inet', 'jalur', 'forward'], { ns }).stdout;
      return new Map(
        [...listed.matchAll(/dport (\d+) .*# handle (\d+)/g)].map(found => [found[1], found[2]]),
      );
    };
    const before = handles();
    const text = textOf(ports.map(port => (port === 24 ? 99 : port)));
    expect(apply(text)).toEqual(['change nft table inet jalur: chain forward']);
    const after = handles();
    expect([...after.keys()]).toEqual(['20', '21', '22', '23', '99', '25', '26', '27', '28']);
    for (const [port, handle] of after) if (port !== '99') expect(handle).toBe(before.get(port));
    expect(apply(text)).toEqual([]);
  });
});
