import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/walk/read.ts';
import { assumeWorld, situationOf } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { prepare } from '../../walk/index.ts';
import { throughProbe } from './probe-lines.ts';

const office = `/ip address
add address=10.0.0.2/24 interface=ether1
add address=192.168.0.1/24 interface=ether2
/ip route
`;

/** Lines for the default route of a text. */
function linesOf(text: string, dialect: 'v6' | 'v7' = 'v7'): string[] {
  const { router } = readRouterOs(text, { file: 'office.rsc', dialect });
  const { world } = assumeWorld(router);
  const { rib } = situationOf(router, world);
  const prepared = prepare(router, rib, world, { engine: 'routeros', seed: 0 });
  return throughProbe(
    prepared,
    rib.routes.find(({ destination }) => destination === '0.0.0.0/0'),
  );
}

describe('throughProbe', () => {
  it('a static default route → a host route of scope 10, and the target-scope of the version', () => {
    const lines = (target: number) => [
      '/ip route add dst-address=1.1.1.1/32 gateway=10.0.0.1 scope=10',
      `/ip route set [find dst-address=0.0.0.0/0 gateway=10.0.0.1] gateway=1.1.1.1 target-scope=${target} check-gateway=ping`,
    ];
    expect(linesOf(`${office}add gateway=10.0.0.1\n`)).toEqual(lines(11));
    expect(linesOf(`${office}add gateway=10.0.0.1\n`, 'v6')).toEqual(lines(10));
  });

  it('two WANs → each by a host of its own', () => {
    const prepared = readText(
      `${office.replace('/ip route\n', 'add address=10.3.0.2/24 interface=ether3\n/ip route\n')}add gateway=10.0.0.1\nadd gateway=10.3.0.1 distance=2\n`,
    );
    const hosts = prepared.rib.routes
      .filter(({ source }) => source === 'static')
      .map(route => throughProbe(prepared, route)[0]?.split(' ')[3]);
    expect(hosts.toSorted()).toEqual(['dst-address=1.1.1.1/32', 'dst-address=8.8.8.8/32']);
  });

  it('hosts that the text names already are not taken', () => {
    const named = `${office}add gateway=10.0.0.1\n/ip dns\nset servers=1.1.1.1\n/tool netwatch\nadd host=8.8.8.8\n`;
    expect(linesOf(named)[0]).toBe('/ip route add dst-address=9.9.9.9/32 gateway=10.0.0.1 scope=10');
    const routed = `${office}add gateway=10.0.0.1\nadd dst-address=1.1.1.1/32 gateway=10.0.0.1\n`;
    expect(linesOf(routed)[0]).toBe('/ip route add dst-address=8.8.8.8/32 gateway=10.0.0.1 scope=10');
  });

  it('a dialled line → a route of its own in place of the one that it brings', () => {
    const line =
      '/interface pppoe-client\nadd name=pppoe-out1 interface=ether3 user=a disabled=no add-default-route=yes\n/ip address\nadd address=192.168.0.1/24 interface=ether2\n';
    expect(linesOf(line)).toEqual([
      '/ip route add dst-address=1.1.1.1/32 gateway=pppoe-out1 scope=10',
      '/ip route add dst-address=0.0.0.0/0 gateway=1.1.1.1 distance=1 target-scope=11 check-gateway=ping',
      '/interface pppoe-client set [find name=pppoe-out1] add-default-route=no',
    ]);
  });

  it('a lease, several gateways, a route that is recursive already, or no default route → nothing', () => {
    expect(linesOf('/ip dhcp-client\nadd interface=ether1 disabled=no\n')).toEqual([]);
    expect(linesOf(`${office}add gateway=10.0.0.1,10.0.0.9\n`, 'v6')).toEqual([]);
    const recursive =
      'add dst-address=9.9.9.9/32 gateway=10.0.0.1 scope=10\nadd gateway=9.9.9.9 target-scope=11\n';
    expect(linesOf(`${office}${recursive}`)).toEqual([]);
    const prepared = readText(`${office}add dst-address=172.16.0.0/12 gateway=10.0.0.1\n`);
    expect(
      throughProbe(
        prepared,
        prepared.rib.routes.find(({ source }) => source === 'static'),
      ),
    ).toEqual([]);
    expect(throughProbe(prepared, undefined)).toEqual([]);
  });
});
