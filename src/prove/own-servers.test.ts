import { describe, expect, it } from 'vitest';
import { readText } from '../../test/walk/read.ts';
import { ipv4ToNumber } from '../net/index.ts';
import { assumedWorld } from '../rib/index.ts';
import { readRouterOs } from '../rsc/index.ts';
import type { Ending, Packet } from '../walk/index.ts';
import { packetClasses } from './classes.ts';
import { judgeOwn, ownQuestions, ownServers } from './own-servers.ts';
import { type Proof, prove } from './prove.ts';
import { violationText } from './say.ts';
import { badly, byLan, byWan, ended, fromWan } from './testing/index.ts';

const twoWans = `/ip address
add address=10.0.0.2/24 interface=ether1
add address=10.3.0.2/24 interface=ether3
add address=192.168.0.1/24 interface=ether2
/ip firewall nat
add chain=srcnat action=masquerade out-interface=ether1
add chain=srcnat action=masquerade out-interface=ether3
/ip route
add gateway=10.0.0.1 check-gateway=ping
add gateway=10.3.0.1 distance=2 check-gateway=ping
/ip dns
set servers=198.51.100.53
`;

function proofOf(more: string): Proof {
  const { router } = readRouterOs(`${twoWans}${more}`, { file: 'office.rsc', dialect: 'v7' });
  return prove(router, assumedWorld(router, {}), { engine: 'routeros' });
}

const aboutServers = ({ violations, remarks }: Proof): string[] =>
  [...violations, ...remarks]
    .filter(({ invariant }) => invariant === 'router-reaches-servers')
    .map(one => violationText(one, 'en'));

describe('ownServers', () => {
  it('DNS, NTP and the far end of a tunnel by their addresses; names are none', () => {
    const text =
      '/system ntp client servers\nadd address=198.51.100.123\nadd address=pool.ntp.org\n/interface wireguard peers\nadd endpoint-address=198.51.100.99 endpoint-port=13231 interface=wg1 public-key="k"\n';
    expect(ownServers(readText(`${twoWans}${text}`).router)).toEqual([
      { service: 'DNS', address: '198.51.100.53', port: 53 },
      { service: 'NTP', address: '198.51.100.123', port: 123 },
      { service: 'WireGuard', address: '198.51.100.99', port: 13_231 },
    ]);
  });

  it('a text without addresses of its WANs → the router is asked nothing', () => {
    const asked = packetClasses(readText('/ip dns\nset servers=198.51.100.53\n'));
    expect(asked.filter(({ direction }) => direction === 'router-to-internet')).toEqual([]);
  });
});

describe('router-reaches-servers', () => {
  it('any WAN leads to it → holds', () => {
    expect(aboutServers(proofOf(''))).toEqual([]);
  });

  it('a rule refuses the answer → violated', () => {
    expect(
      aboutServers(proofOf('/ip firewall filter\nadd chain=input in-interface=ether1 action=drop\n')),
    ).toEqual([
      expect.stringMatching(
        /^The answer of the router's DNS server 198\.51\.100\.53 is dropped by the filter rule/,
      ),
    ]);
  });

  it('pinned to one WAN → a remark while that is dead', () => {
    expect(aboutServers(proofOf('/ip route\nadd dst-address=198.51.100.53/32 gateway=10.0.0.1\n'))).toEqual([
      'Only packets to 198.51.100.53 are lost: it is pinned to ether1 by a route.',
    ]);
  });
});

describe('judgeOwn', () => {
  const office = () => readText(twoWans);
  const question = (): Packet => {
    const [asked] = ownQuestions(office());
    if (!asked) throw new Error('the router asks its DNS server');
    return asked;
  };
  const first = (ending: Ending) => ended(question(), ending);
  const answer = (ending: Ending) => ended(fromWan({ protocol: 17, srcPort: 53 }), ending);
  const away = byWan({ dst: '198.51.100.53' });
  const breachOf = (answered: boolean) => ({
    invariant: 'router-reaches-servers',
    breach: { kind: 'own', service: 'DNS', to: ipv4ToNumber('198.51.100.53'), answered },
  });

  it('it leaves and its answer is delivered → holds; also while nobody answers', () => {
    expect(judgeOwn(office(), { first: first(away), answer: answer({ kind: 'delivered' }) })).toBeUndefined();
    expect(judgeOwn(office(), { first: first(away) })).toBeUndefined();
    expect(
      judgeOwn(office(), { first: first({ kind: 'delivered' }), answer: answer({ kind: 'delivered' }) }),
    ).toBeUndefined();
  });

  it('it goes nowhere → the question is shown', () => {
    for (const ending of [{ kind: 'no-route' }, badly('leaked')] as const)
      expect(
        judgeOwn(office(), { first: first(ending), answer: answer({ kind: 'delivered' }) }),
      ).toMatchObject({
        ...breachOf(false),
        trace: { ending },
      });
  });

  it('the answer does not arrive → the answer is shown', () => {
    for (const ending of [{ kind: 'no-route' }, byLan()] as const)
      expect(judgeOwn(office(), { first: first(away), answer: answer(ending) })).toMatchObject({
        ...breachOf(true),
        trace: { ending },
      });
  });

  it('two services at one port → named by the address', () => {
    const tunnel =
      '/interface wireguard peers\nadd endpoint-address=198.51.100.99 endpoint-port=53 interface=wg1 public-key="k"\n';
    const both = readText(`${twoWans}${tunnel}`);
    const services = ownQuestions(both).map(packet => {
      const found = judgeOwn(both, { first: ended(packet, { kind: 'no-route' }) });
      return found?.breach.kind === 'own' && found.breach.service;
    });
    expect(services).toEqual(['DNS', 'WireGuard']);
  });

  it('two services at one address → named by the port', () => {
    const both = readText(`${twoWans}/system ntp client servers\nadd address=198.51.100.53\n`);
    const services = ownQuestions(both).map(packet => {
      const found = judgeOwn(both, { first: ended(packet, { kind: 'no-route' }) });
      return found?.breach.kind === 'own' && found.breach.service;
    });
    expect(services).toEqual(['DNS', 'NTP']);
  });
});

describe('ownQuestions', () => {
  it('a UDP packet to the port of each server, without a source', () => {
    expect(ownQuestions(readText(twoWans))).toMatchObject([
      {
        in: undefined,
        src: 0,
        dst: ipv4ToNumber('198.51.100.53'),
        protocol: 17,
        srcPort: 40_000,
        dstPort: 53,
      },
    ]);
  });

  it('one of two WANs has no address → nothing is asked', () => {
    const half = twoWans.replace('add address=10.3.0.2/24 interface=ether3\n', '');
    expect(ownQuestions(readText(half.replace('gateway=10.3.0.1', 'gateway=ether3')))).toEqual([]);
  });

  it('the same server twice, a disabled item, another menu → asked once, not, not', () => {
    const servers = (more: string) =>
      ownServers(readText(`${twoWans}${more}`).router).map(({ address }) => address);
    expect(servers('/ip dns\nset servers=198.51.100.53,198.51.100.53,198.51.100.54\n')).toEqual([
      '198.51.100.53',
      '198.51.100.54',
    ]);
    expect(servers('/system ntp client servers\nadd address=198.51.100.123 disabled=yes\n')).toEqual([
      '198.51.100.53',
    ]);
    expect(servers('/system ntp server\nset enabled=yes\n')).toEqual(['198.51.100.53']);
    expect(
      servers(
        '/interface wireguard peers\nadd endpoint-address=vpn.example.com interface=wg1 public-key="k"\n',
      ),
    ).toEqual(['198.51.100.53']);
  });

  it('a tunnel says no port → the usual one', () => {
    const text =
      '/interface wireguard peers\nadd endpoint-address=198.51.100.99 interface=wg1 public-key="k"\n';
    expect(ownServers(readText(`${twoWans}${text}`).router)).toContainEqual({
      service: 'WireGuard',
      address: '198.51.100.99',
      port: 51_820,
    });
  });
});
