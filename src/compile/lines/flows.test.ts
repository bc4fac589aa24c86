import { expect, it } from 'vitest';
import { assumeWorld, computeRib } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { compileLinux } from '../index.ts';

const text = `
/routing table
add fib name=to_ISP1
add fib name=to_ISP2
add fib name=nowhere
/ip address add address=10.10.10.2/24 interface=ether1
/ip address add address=20.20.20.2/24 interface=ether2
/ip firewall mangle
add action=mark-routing chain=prerouting new-routing-mark=nowhere src-address=192.168.0.9
/ip route
add gateway=10.10.10.1
add gateway=10.10.10.1 routing-table=to_ISP1
add gateway=20.20.20.1 routing-table=to_ISP2
`;

/** What the chain of that name says, where these tables are at home on the two lines. */
function chain(name: string, ...homes: readonly (readonly string[])[]): readonly string[] {
  const { router } = readRouterOs(text, { file: 'two.rsc' });
  const { world } = assumeWorld(router);
  const lines = homes.map((home, i) => ({
    ...{ interface: `ether${i + 1}`, number: i + 1, home, isDead: false },
  }));
  const flows = { lines, outage: false, isReleased: false };
  const { program } = compileLinux(router, computeRib(router, world), world, { seed: 1, flows });
  const after = program.nft.text.split(`chain ${name} {\n`)[1] ?? '';
  return (after.split('}\n')[0] ?? '')
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
}

/** In an outage all is away, but probes. */
const outage = (number: number) => `ct mark & 0x7f000000 @flows_outage goto flows_away_${number}`;

it('flows: marks of a table belong to its line, those of a table that leads nowhere to where main leads → others are away', () => {
  const homes = [['main', 'to_ISP1'], ['to_ISP2']];
  const mark = (n: number) => `0x0000000${n}`;
  expect(chain('flows_opened_1', ...homes)).toEqual([
    outage(1),
    `meta mark & 0x400000ff == { ${mark(0)}, ${mark(1)}, ${mark(3)} } goto flows_home_1`,
    'meta mark & 0x40000000 == 0 goto flows_away_1',
  ]);
  expect(chain('flows_opened_2', ...homes)).toEqual([
    outage(2),
    `meta mark & 0x400000ff == ${mark(2)} goto flows_home_2`,
    'meta mark & 0x40000000 == 0 goto flows_away_2',
  ]);
});

it('flows: a line that every table uses → nothing is away; one that none uses → everything', () => {
  const homes = [['main', 'to_ISP1', 'to_ISP2'], []];
  expect(chain('flows_opened_1', ...homes)).toEqual([
    outage(1),
    'meta mark & 0x40000000 == 0 goto flows_home_1',
  ]);
  expect(chain('flows_opened_2', ...homes)).toEqual([
    outage(2),
    'meta mark & 0x40000000 == 0 goto flows_away_2',
  ]);
});

it('flows: more WANs than there are numbers → said of those without', () => {
  const names = Array.from({ length: 64 }, (_, i) => `ether${i + 1}`);
  const text = `/interface list add name=WAN
${names.map((name, i) => `/interface list member add list=WAN interface=${name}\n/ip address add address=10.${i}.0.2/24 interface=${name}\n`).join('')}
${names.map((name, i) => `/ip route add dst-address=0.0.0.0/0 gateway=10.${i}.0.1 distance=${i + 1}\n/ip firewall nat add chain=srcnat out-interface=${name} action=masquerade\n`).join('')}`;
  const { router } = readRouterOs(text, { file: 'x.rsc' });
  const { world } = assumeWorld(router);
  const numbered = names
    .slice(0, 63)
    .map((name, i) => ({ interface: name, number: i + 1, home: [], isDead: false }));
  const { diagnostics } = compileLinux(router, computeRib(router, world), world, {
    seed: 1,
    flows: { lines: numbered, outage: false, isReleased: false },
  });
  expect(diagnostics.find(({ id }) => id === 'compile/flows-unnumbered')?.what).toMatch(/^ether64: /);
});
