import { describe, expect, it } from 'vitest';
import { peerOf, semanticsOf } from '../../src/model/index.ts';
import type { Ipv4 } from '../../src/net/index.ts';
import {
  assumeWorld,
  computeRib,
  type Rib,
  type RibRoute,
  situationOf,
  whyText,
} from '../../src/rib/index.ts';
import {
  answersText,
  explainWay,
  leavingOf,
  makePacket,
  newState,
  possibilities,
  possibleAnswers,
  prepare,
  walk,
} from '../../src/walk/index.ts';
import { readCase } from './read.ts';

interface Asked {
  readonly in: string;
  readonly src: Ipv4;
  readonly dst: Ipv4;
}

/** A case with everything that its text leaves open assumed, as every command does it. */
function assumedCase(file: string, down: readonly string[] = []) {
  const { router } = readCase(file);
  const { world, assumptions } = assumeWorld(router, { down });
  return { router, world, assumptions, rib: computeRib(router, world) };
}

function preparedCase(file: string, down: readonly string[] = []) {
  const { router, world } = assumedCase(file);
  const faults = down.map(name => ({ interface: name, kind: 'unplugged' }) as const);
  const situation = situationOf(router, world, faults);
  return prepare(router, situation.rib, situation.world, { engine: 'routeros', seed: 0 });
}

const client = (src: Ipv4 = '192.168.0.10', dst: Ipv4 = '8.8.8.8'): Asked => ({ in: 'ether4', src, dst });

/** The first way of a packet in one sentence, and what becomes of its answer. */
function explained(file: string, asked: Asked, down: readonly string[] = []) {
  const prepared = preparedCase(file, down);
  const packet = makePacket({ ...asked, protocol: 'tcp', srcPort: 40_000, dstPort: 443 });
  const [way] = possibilities(prepared, packet, { drawn: true }).scenarios[0]?.ways ?? [];
  if (!way) throw new Error('the packet has no way');
  const answers = possibleAnswers(prepared, packet, way, { drawn: true });
  return {
    answer: explainWay(prepared, way, 'en').answer,
    lines: explainWay(prepared, way, 'en').lines.map(({ text }) => text),
    reply: answers ? answersText(prepared, answers, 'en').join(' ') : '',
  };
}

const short = ({ destination, gateways, table, distance }: RibRoute): string =>
  `${table} ${destination} ${gateways.map(({ text }) => text).join()} ${distance}`;

const active = ({ routes }: Rib): string[] => routes.filter(route => route.active).map(short);

const commented = ({ routes }: Rib, comment: string): RibRoute | undefined =>
  routes.find(route => route.comment === comment);

const defaultsOf = ({ routes }: Rib): string[] =>
  routes
    .filter(({ destination }) => destination === '0.0.0.0/0')
    .map(route => `${route.active ? 'A' : ''} ${short(route)}`.trim());

describe('which routes are active', () => {
  it('v6, two routes by one gateway → they share target-scope: the second is inactive, too', () => {
    const { rib } = assumedCase('shared-target-scope-v6.rsc');
    expect(['A', 'B', 'C'].map(name => commented(rib, name)?.active)).toEqual([false, false, true]);
  });

  it('v7, scope lifted → the message names the route that leads there, and why it does not count', () => {
    const { rib } = assumedCase('scope-lifted-v7.rsc');
    const { why, active: isActive } = rib.routes[1] ?? {};
    expect(isActive).toBe(false);
    expect(why && whyText(why, 'en')).toBe(
      "9.9.9.10/32 (scope-lifted-v7.rsc:11) leads to 9.9.9.10, but RouterOS 7 counts its scope 10 as 11, since it is not above the target-scope of that route itself; this route's target-scope is 10.",
    );
  });

  it('routing-mark on v7 → the router refuses the line: no such route', () => {
    const { router, rib } = assumedCase('routing-mark-on-v7.rsc');
    expect(router.routes.length).toBe(2);
    expect(rib.routes.filter(({ table }) => table !== 'main')).toEqual([]);
  });

  it('default-route-tables=default → main; without a distance the one of the client', () => {
    expect(defaultsOf(assumedCase('default-route-tables-default.rsc').rib)).toEqual([
      'A main 0.0.0.0/0 10.10.10.1 1',
      'main 0.0.0.0/0 20.20.20.1 3',
      'A to1 0.0.0.0/0 20.20.20.1 5',
    ]);
  });

  it('network= beside a /32 → the peer is on-link, by the own address', () => {
    const { router, rib } = assumedCase('point-to-point-network.rsc');
    expect(router.addresses[0] && peerOf(router.addresses[0])).toBe('10.0.0.1');
    expect(active(rib)).toEqual([
      'main 0.0.0.0/0 10.0.0.1 1',
      'main 10.0.0.1/32 ether1 0',
      'main 192.168.88.0/24 ether3 0',
    ]);
    expect(rib.routes[1]?.prefSrc).toBe('10.0.0.2');
  });

  it('lte apn → a default route at the distance of the profile', () => {
    expect(defaultsOf(assumedCase('lte-apn-distance.rsc').rib)).toEqual([
      'main 0.0.0.0/0 lte1 5',
      'A main 0.0.0.0/0 10.10.10.1 1',
    ]);
  });

  it('l2tp client with add-default-route → competes at its distance, and wins', () => {
    expect(defaultsOf(assumedCase('l2tp-default-route.rsc').rib)).toEqual([
      'main 0.0.0.0/0 10.1.1.1 2',
      'A main 0.0.0.0/0 l2tp-vpn 1',
    ]);
  });

  it('an Ethernet interface as gateway → on-link, and that this needs proxy ARP is said', () => {
    const { assumptions, rib } = assumedCase('gateway-is-ethernet.rsc');
    expect(active(rib)).toContain('main 0.0.0.0/0 ether1 1');
    expect(assumptions.filter(({ kind }) => kind === 'proxy-arp').map(one => one.id)).toEqual([
      'proxy-arp:ether1',
      'proxy-arp:ether2',
    ]);
  });

  it('the port of a VLAN is unplugged → the VLAN is down, and its route inactive', () => {
    const { world, rib } = assumedCase('carrier-unplugged.rsc', ['ether1']);
    expect(world.interfaces['vlan10']?.running).toBe(false);
    expect(defaultsOf(rib)).toEqual(['main 0.0.0.0/0 10.1.1.1 1']);
  });
});

describe('PPPoE', () => {
  it('two lines of one provider → one peer for both; the route by address leaves by the first alone', () => {
    const { world, rib } = assumedCase('two-pppoe-same-gateway.rsc');
    expect(['ppp1', 'ppp2'].map(name => world.leases[name]?.gateway)).toEqual(['100.64.0.1', '100.64.0.1']);
    const hops = rib.routes.filter(({ source }) => source === 'static').map(r => r.gateways[0]?.nextHops);
    expect(hops.every(list => list?.[0]?.interface === 'ppp1')).toBe(true);
  });

  it('routes by interface → each table has its own line', () => {
    const { rib } = assumedCase('two-pppoe-same-gateway.fixed.rsc');
    expect(defaultsOf(rib)).toEqual([
      'A main 0.0.0.0/0 ppp1 1',
      'A via1 0.0.0.0/0 ppp1 1',
      'A via2 0.0.0.0/0 ppp2 1',
    ]);
  });

  it('masquerade towards a line → takes its own address', () => {
    const { answer } = explained('pppoe-masquerade.rsc', {
      in: 'ether3',
      src: '192.168.88.9',
      dst: '8.8.8.8',
    });
    expect(answer).toBe('It leaves by pppoe-out1 as 100.64.0.2.');
  });

  it('its port is unplugged → the line is down, and has neither address nor route', () => {
    const { router, world } = assumedCase('pppoe-masquerade.rsc');
    const { world: after, rib } = situationOf(router, world, [{ interface: 'ether1', kind: 'unplugged' }]);
    expect(after.interfaces['pppoe-out1']).toMatchObject({ running: false, addresses: [] });
    expect(defaultsOf(rib)).toEqual(['main 0.0.0.0/0 pppoe-out1 1', 'A main 0.0.0.0/0 pppoe-out2 2']);
  });
});

describe('which table is asked', () => {
  it('policy-rules with user before mangle → the routing rule decides', () => {
    expect(semanticsOf({ dialect: 'v7', minor: 22 }).policyRulesSetting).toBe(true);
    const { answer } = explained('policy-rules-order.rsc', client('192.168.0.10', '1.2.3.4'));
    expect(answer).toMatch(/^It leaves by ether2 as 10\.2\.2\.2/);
  });

  it('new-routing-mark=main on v7 → main decides, past the routing rules', () => {
    expect(explained('new-routing-mark-main.rsc', client()).answer).toMatch(/^It leaves by ether1/);
    const other = client('192.168.0.11');
    expect(explained('new-routing-mark-main.rsc', other).answer).toMatch(/^It leaves by ether2/);
  });

  it("VRF → its interfaces' networks and routes are in its table, packets of them are looked up there", () => {
    const { rib } = assumedCase('vrf.rsc');
    expect(active(rib)).toEqual([
      'main 0.0.0.0/0 10.1.1.1 1',
      'vrf2 0.0.0.0/0 10.2.2.1 1',
      'main 10.1.1.0/24 ether1 0',
      'vrf2 10.2.2.0/24 ether2 0',
      'main 192.168.0.0/24 ether4 0',
    ]);
    const inside: Asked = { in: 'ether2', src: '10.2.2.9', dst: '8.8.8.8' };
    expect(explained('vrf.rsc', inside).lines.join('\n')).toContain('in table vrf2 leads to 10.2.2.1');
    expect(explained('vrf.rsc', client()).answer).toMatch(/^It leaves by ether1 as 10\.1\.1\.2/);
  });

  it('VRF without a route for it → rejects; main is not asked', () => {
    const prepared = preparedCase('vrf-no-default.rsc');
    const packet = makePacket({ in: 'ether2', src: '10.2.2.9', dst: '8.8.8.8' });
    expect(walk(prepared, newState(), packet).ending.kind).toBe('no-route');
    const own = makePacket({ in: 'ether2', src: '10.2.2.9', dst: '10.2.2.2' });
    expect(walk(prepared, newState(), own).ending.kind).toBe('delivered');
    const far = makePacket({ in: 'ether4', src: '192.168.0.10', dst: '10.2.2.2' });
    expect(leavingOf(walk(prepared, newState(), far))?.out).toBe('ether1');
  });

  it('rp-filter=loose with a rule by source → the way back is found with source and destination exchanged', () => {
    const asked: Asked = { in: 'ether3', src: '192.168.88.20', dst: '8.8.8.8' };
    const { answer, reply } = explained('rp-filter-loose-with-rule.rsc', asked, ['ether1']);
    expect(answer).toMatch(/^It leaves by ether2 as 10\.2\.2\.2/);
    expect(reply).toMatch(/192\.168\.88\.20|ether3/);
    expect(reply).not.toContain('rp-filter');
  });
});
