import { describe, expect, it } from 'vitest';
import { parseIpv4 } from '../../src/net/index.ts';
import { computeRib } from '../../src/rib/index.ts';
import { readRouterOs } from '../../src/rsc/index.ts';
import {
  assumptionsOf,
  endingText,
  makePacket,
  possibilities,
  prepare,
  walkAssumptionText,
} from '../../src/walk/index.ts';
import { readCase } from './read.ts';

const file = 'services.rsc';
const tcp = 6;

interface Asked {
  readonly in: string;
  readonly src: string;
  readonly dst: string;
  readonly protocol?: number;
  readonly dstPort?: number;
}

/** How the packet ends, for each answer to what is open: `auth: leaves by …`. */
function endingsOf(asked: Asked, more = '', assume: Readonly<Record<string, string>> = {}): string[] {
  const { router, world } = readCase(file, more);
  const prepared = prepare(router, computeRib(router, world), world, { engine: 'routeros', seed: 0, assume });
  const { in: from, protocol = tcp, dstPort = 443 } = asked;
  const [src = 0, dst = 0] = [asked.src, asked.dst].map(address => parseIpv4(address));
  const packet = makePacket({ in: from, src, dst, protocol, srcPort: 40_000, dstPort });
  return possibilities(prepared, packet).scenarios.map(({ conditions, ways }) => {
    const answers = conditions.map(({ point, choice }) => `${point.choices[choice]}: `).join('');
    return answers + ways.map(({ trace }) => endingText(prepared, trace, 'en')).join(' | ');
  });
}

const guest = { in: 'ether3', src: '10.5.50.20', dst: '9.9.9.9' };
const site = { in: 'ether2', src: '192.168.1.20', dst: '10.9.1.1' };
const out = 'leaves by ether1 as 198.51.100.2';
const held = 'is rejected by the hotspot until its user logs in (services.rsc:7)';

describe('hotspot', () => {
  it('a client behind it → both answers, by whether its user has logged in', () => {
    expect(endingsOf(guest)).toEqual([`auth: ${out}`, `login: ${held}`]);
  });

  it('settled → one answer', () => {
    expect(endingsOf(guest, '', { hotspot: 'auth' })).toEqual([out]);
    expect(endingsOf(guest, '', { 'hotspot@7': 'login' })).toEqual([held]);
  });

  it('ping, DNS, another LAN, a server that is disabled → not asked', () => {
    expect(endingsOf({ ...guest, protocol: 1, dstPort: 0 })).toEqual([out]);
    expect(endingsOf({ ...guest, protocol: 17, dstPort: 53 })).toEqual([out]);
    expect(endingsOf({ ...guest, in: 'ether2', src: '192.168.1.20' })).toEqual([out]);
    const disabled = '/ip hotspot\nadd disabled=yes interface=ether2 name=office\n';
    expect(endingsOf({ ...guest, in: 'ether2', src: '192.168.1.20' }, disabled)).toEqual([out]);
  });

  it('to the router itself → asked as well', () => {
    expect(endingsOf({ ...guest, dst: '10.5.50.1' })).toEqual([
      'auth: is delivered to the router itself',
      `login: ${held}`,
    ]);
  });

  it('hotspot=auth and hotspot=!auth → hold by the same answer', () => {
    const drop = (states: string) => `/ip firewall filter\nadd action=drop chain=forward hotspot=${states}\n`;
    const [first = '', second = ''] = endingsOf(guest, drop('from-client,auth'));
    expect(first).toMatch(/^auth: is dropped by /);
    expect(second).toBe(`login: ${held}`);
    const ping = { ...guest, protocol: 1, dstPort: 0 };
    expect(endingsOf(ping, drop('from-client,!auth'))[0]).toBe(`auth: ${out}`);
    expect(endingsOf(ping, drop('from-client,!auth'))[1]).toMatch(/^login: is dropped by /);
    expect(endingsOf({ ...ping, in: 'ether2', src: '192.168.1.20' }, drop('!from-client'))[0]).toMatch(
      /^is dropped by /,
    );
  });
});

describe('IPsec tunnel', () => {
  it('a packet that the policy covers → encrypted, or with its private source where no policy takes it', () => {
    expect(endingsOf(site)).toEqual([
      'none: leaves by ether1 with the private source 192.168.1.20, without NAT',
      'ipsec: goes into the tunnel of the IPsec policy (services.rsc:9)',
    ]);
  });

  it('another destination → not asked', () => {
    expect(endingsOf({ ...site, dst: '10.10.0.1' })).toEqual([out]);
  });
});

describe('services that no text shows', () => {
  const said = (text: string): string[] =>
    assumptionsOf(readRouterOs(text, { file: 'a.rsc' }).router).map(one => walkAssumptionText(one, 'en'));

  it('OSPF, BGP, UPnP, proxy that work → each said once, with its line', () => {
    expect(said('/ip upnp\nset enabled=yes\n/ip proxy\nset enabled=yes port=8080\n')).toEqual([
      'a.rsc:2: UPnP makes port forwards that no text shows: none is assumed.',
      'a.rsc:4: What the web proxy fetches itself is not walked.',
    ]);
    const ospf =
      '/routing ospf interface-template\nadd area=a interfaces=ether2\nadd area=a interfaces=ether3\n';
    expect(said(ospf)).toEqual([
      'a.rsc:2: Assumed: OSPF teaches the router no route that packets here take.',
    ]);
    expect(said('/routing bgp connection\nadd name=a remote.address=10.0.0.1 as=65000\n')).toHaveLength(1);
  });

  it('disabled, or never enabled → not said', () => {
    expect(said('/ip upnp\nset show-dummy-rule=no\n/ip proxy\nset enabled=no\n')).toEqual([]);
    expect(said('/routing ospf interface-template\nadd area=a disabled=yes interfaces=ether2\n')).toEqual([]);
  });
});
