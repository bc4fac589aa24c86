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

/** Where these tables are at home on the two lines: what is said of a connection that is opened, and the marks at home on each. */
function opened(...homes: readonly (readonly string[])[]) {
  const { router } = readRouterOs(text, { file: 'two.rsc' });
  const { world } = assumeWorld(router);
  const lines = homes.map((home, i) => ({
    ...{ interface: `ether${i + 1}`, number: i + 1, home, isDead: false },
  }));
  const flows = { lines, outage: false, isReleased: false };
  const { program } = compileLinux(router, computeRib(router, world), world, { seed: 1, flows });
  const linesOf = (chain: string): readonly string[] => {
    const [, body = ''] =
      new RegExp(`chain ${chain} \\{\\n([^}]*(?:\\{[^}]*\\}[^}]*)*)\\n  \\}`).exec(program.nft.text) ?? [];
    return body.split('\n').map(line => line.trim());
  };
  const marks = (program.nft.sets ?? []).filter(({ name }) => name.startsWith('flows_homes'));
  return { linesOf, homes: marks.map(({ elements }) => elements) };
}

it('flows: marks of a table belong to its line, those of a table that leads nowhere to where main leads → others are away', () => {
  const { linesOf, homes } = opened(['main', 'to_ISP1'], ['to_ISP2']);
  expect(homes).toEqual([[0, 1, 3], [2]]);
  expect(linesOf('flows_used').slice(-2)).toEqual([
    'oifname "ether1" goto flows_by_1',
    'oifname "ether2" goto flows_by_2',
  ]);
  expect(linesOf('flows_by_1')).toEqual([
    'meta mark & 0x400000ff @flows_homes_1 counter name opened1 ct mark set ct mark & 0x40ffffff | 0x01000000 accept comment "flows"',
    'meta mark & 0x40000000 == 0 counter name opened1 ct mark set ct mark & 0x40ffffff | 0x81000000 accept comment "flows"',
  ]);
});

it('flows: a line that every table uses → nothing is away; one that none uses → everything', () => {
  expect(opened(['main', 'to_ISP1', 'to_ISP2'], []).homes).toEqual([[0, 1, 2, 3], []]);
});

it('flows: more lines than are compared one by one → one look-up leads to each', () => {
  const { linesOf } = opened(['main'], [], [], []);
  expect(linesOf('flows_used').slice(-1)[0]).toMatch(/^oifname vmap \{ "ether1" : goto flows_by_1, /);
});

it('flows: other homes → the same rules', () => {
  const one = opened(['main'], []);
  const other = opened(['main', 'to_ISP1'], ['to_ISP2']);
  for (const chain of ['flows_used', 'flows_by_1']) expect(one.linesOf(chain)).toEqual(other.linesOf(chain));
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
