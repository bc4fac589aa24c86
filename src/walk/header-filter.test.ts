import { expect, test } from 'vitest';
import { type Router, rulesOf } from '../model/index.ts';
import { assumeWorld, computeRib } from '../rib/index.ts';
import { readRouterOs } from '../rsc/index.ts';
import { makePacket } from './packet.ts';
import { prepare, walk } from './prepare.ts';
import { newState } from './state.ts';

const ends = [
  'dst-address=203.0.113.0/25',
  'protocol=tcp src-address=192.168.0.10-192.168.0.20',
  'protocol=udp dst-port=53,1000-2000',
  'protocol=tcp dst-port=!80 dst-address=198.51.100.7',
  'protocol=icmp src-address=!192.168.0.9',
  'nth=2,1 dst-address=198.51.100.9',
];

/** A rule for each condition, far behind others that never match. */
function chainOf(conditions: readonly string[]): Router {
  const lines = conditions.flatMap((condition, i) => [
    ...Array.from({ length: 40 }, (_, n) => `add chain=forward src-address=10.${i}.${n}.0/24 action=drop`),
    `add chain=forward ${condition} action=drop comment=${i}`,
  ]);
  const text = `/ip address
add address=192.168.0.1/24 interface=ether2
add address=192.0.2.2/24 interface=ether1
/ip route
add dst-address=0.0.0.0/0 gateway=192.0.2.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
/ip firewall filter
${lines.join('\n')}
`;
  return readRouterOs(text, { file: 'long.rsc' }).router;
}

test('header filter: a long chain → the same rule decides as where every rule is tried', () => {
  const router = chainOf(ends);
  const { world } = assumeWorld(router);
  const prepared = prepare(router, computeRib(router, world), world, { engine: 'routeros', seed: 0 });
  const rules = rulesOf(router, 'ipv4');
  const decided = new Set<string>();
  for (const src of [9, 10, 20, 21].map(host => 0xc0a80000 + host))
    for (const dst of [0xcb007101, 0xcb007181, 0xc6336407, 0xc6336409, 0x08080808])
      for (const protocol of [1, 6, 17])
        for (const dstPort of [53, 80, 1500]) {
          const packet = makePacket({ in: 'ether2', src, dst, protocol, srcPort: 40_000, dstPort });
          const [quick, slow] = [newState(), newState()];
          const tried = walk(prepared, slow, packet, () => true).ending;
          const { ending } = walk(prepared, quick, packet);
          expect(ending).toEqual(tried);
          decided.add(ending.kind === 'dropped' ? ending.rule.comment : ending.kind);
        }
  expect(rules.length).toBeGreaterThan(200);
  expect([...decided].sort()).toEqual(['0', '1', '2', '3', '4', '5', 'forwarded']);
});
