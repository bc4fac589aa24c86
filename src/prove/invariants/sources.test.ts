import { describe, expect, it } from 'vitest';
import { smallOffice } from '../../../test/walk/read.ts';
import { assumeWorld } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { type Proof, prove } from '../prove.ts';
import { remediesOf } from '../remedy/index.ts';
import { violationText } from '../say.ts';

function proofOf(text: string): Proof {
  const { router } = readRouterOs(text, { file: 'office.rsc', dialect: 'v7' });
  return prove(router, assumeWorld(router).world, { engine: 'routeros' });
}

const officeAs = (to: string, more = ''): string =>
  `${smallOffice.replace('action=masquerade', `action=src-nat to-addresses=${to}`)}${more}`;

/** What is said of one invariant. */
function verdictOn(text: string, invariant: string): unknown {
  const { invariants } = proofOf(text);
  const found = invariants.find(one => one.invariant === invariant);
  return found?.why ?? found?.verdict;
}

describe('the address that packets leave with', () => {
  it('the router’s own → holds', () => {
    expect(verdictOn(officeAs('10.0.0.2'), 'answer-returns')).toBe('holds');
  });

  it('a neighbour’s, for which the router answers no ARP → no answer comes back, and an address of its own mends it', () => {
    const text = officeAs('203.0.113.77').replaceAll('10.0.0.', '203.0.113.');
    const proof = proofOf(text);
    expect(proof.violations.map(one => [one.invariant, violationText(one, 'en')])).toEqual([
      ['answer-returns', expect.stringMatching(/leaves by ether1 as 203\.0\.113\.77.*answers no ARP/)],
    ]);
    const mended = remediesOf(proof, lines => proofOf(`${text}${lines.join('\n')}\n`));
    const [unowned] = proof.violations;
    expect(unowned && mended.get(unowned)?.lines).toEqual([
      '/ip address add address=203.0.113.77/24 interface=ether1',
    ]);
  });

  it('the port answers for others, or the address is published → holds as far as the text tells', () => {
    const text = officeAs('203.0.113.77').replaceAll('10.0.0.', '203.0.113.');
    for (const more of [
      '/interface ethernet\nset [find default-name=ether1] arp=proxy-arp\n',
      '/ip arp\nadd address=203.0.113.77 interface=ether1 published=yes\n',
    ])
      expect(verdictOn(`${text}${more}`, 'answer-returns')).toMatchObject({ kind: 'brought-here' });
  });

  it('one of no network here → whether the provider brings it is unknown, unless the text holds the network', () => {
    const text = officeAs('198.51.100.9');
    expect(verdictOn(text, 'answer-returns')).toEqual({
      kind: 'brought-here',
      wan: 'ether1',
      address: 0xc6336409,
    });
    const held = '/ip route\nadd dst-address=198.51.100.0/24 blackhole\n';
    expect(verdictOn(`${text}${held}`, 'answer-returns')).toBe('holds');
    const everywhere = '/ip route\nadd dst-address=0.0.0.0/0 blackhole distance=250\n';
    expect(verdictOn(`${text}${everywhere}`, 'answer-returns')).toMatchObject({ kind: 'brought-here' });
  });
});

describe('a default route without the address of a gateway', () => {
  const by = (port: string, more = ''): string =>
    smallOffice.replace('gateway=10.0.0.1', `gateway=${port}`) + more;

  it('by a port that asks by ARP → not judged; with an address → holds', () => {
    const ethernet = '/interface ethernet\nset [find default-name=ether1]\n';
    expect(verdictOn(`${ethernet}${by('ether1')}`, 'lan-reaches-internet')).toEqual({
      kind: 'proxy-arp',
      wan: 'ether1',
    });
    expect(verdictOn(by('ether1'), 'lan-reaches-internet')).toMatchObject({ kind: 'proxy-arp' });
    expect(verdictOn(by('10.0.0.1%ether1'), 'lan-reaches-internet')).toBe('holds');
  });

  it('by a line with one far end → holds', () => {
    const line =
      '/interface pppoe-client\nadd name=ether9 interface=ether1 disabled=no\n/ip firewall nat\nadd chain=srcnat action=masquerade out-interface=ether9\n';
    expect(verdictOn(by('ether9', line), 'lan-reaches-internet')).toBe('holds');
  });
});

describe('a default route that leads inside', () => {
  const inside = (gateway: string): string => `/ip pool
add name=p ranges=192.168.0.10-192.168.0.99
/ip dhcp-server
add name=d interface=ether2 address-pool=p
/ip address
add address=192.168.0.1/24 interface=ether2
add address=192.168.7.1/24 interface=ether3
add address=203.0.113.2/24 interface=ether1
/ip route
add gateway=${gateway}
/ip firewall nat
add chain=srcnat action=masquerade out-interface=ether1
`;

  it('to a neighbour on a LAN → whether he takes packets on is unknown; by a WAN → holds', () => {
    expect(verdictOn(inside('192.168.0.254'), 'lan-reaches-internet')).toEqual({
      kind: 'led-inside',
      lan: 'ether2',
      gateway: 0xc0a800fe,
    });
    expect(verdictOn(inside('203.0.113.1'), 'lan-reaches-internet')).toBe('holds');
  });
});

describe('masquerade on the wrong side', () => {
  it('for the LAN, and not for the WAN that the default route leads out by → a leak by that WAN', () => {
    const wrong = proofOf(smallOffice.replace('out-interface=ether1', 'out-interface=ether2'));
    expect(wrong.violations.map(one => [one.invariant, violationText(one, 'en')])).toEqual([
      ['nothing-leaks', 'A packet leaves by ether1 with the private source 192.168.0.2, without NAT.'],
    ]);
  });
});
