import { describe, expect, it } from 'vitest';
import { read } from '../../../test/walk/read.ts';
import { ipv4ToNumber } from '../../net/index.ts';
import { badly, byLan, byWan, ended, fromWan } from '../testing/index.ts';
import { closingRules, judgeSentOn, judgeTransit } from './transit.ts';

const untranslated = `/interface list
add name=WAN
add name=some
/interface list member
add interface=ether1 list=WAN
add interface=ether3 list=WAN
add interface=ether1 list=some
/ip address
add address=10.3.0.2/24 interface=ether3
/ip route
add gateway=10.3.0.1 distance=2
`;

const twoWans = `${untranslated}/ip firewall nat
add chain=srcnat action=masquerade out-interface=ether3
/ip route
`;

const third = fromWan({ dst: '8.8.8.8' });

describe('judgeTransit', () => {
  const office = () => read(twoWans);

  it('from a WAN, on by the same or another WAN → transit', () => {
    const first = ended(third, badly('looped', { dst: '8.8.8.8' }));
    expect(judgeTransit(office(), { first })).toEqual({
      invariant: 'nothing-loops',
      breach: { kind: 'transit', from: 'ether1' },
      trace: first,
    });
    const other = ended(third, byWan({ dst: '8.8.8.8' }, 'ether3'));
    expect(judgeTransit(office(), { first: other })?.trace).toBe(other);
  });

  it('dst-nat sends it to another destination outside → sent on, whomever it asked', () => {
    for (const packet of [third, fromWan({ dst: '10.0.0.2', dstPort: 53 })]) {
      const first = ended(packet, byWan({ dst: '9.9.9.9' }, 'ether3'));
      const breach = { kind: 'sent-on', from: 'ether1', to: ipv4ToNumber('9.9.9.9') };
      expect(judgeSentOn(office(), { first })).toMatchObject({ breach });
      expect(judgeTransit(office(), { first })).toMatchObject({ breach });
    }
  });

  it('to a LAN, to an address of the router, or nowhere → none', () => {
    for (const ending of [
      byLan({ dst: '8.8.8.8' }),
      byWan({ dst: '10.3.0.2' }, 'ether3'),
      { kind: 'no-route' } as const,
    ])
      expect(judgeTransit(office(), { first: ended(third, ending) })).toBeUndefined();
  });
});

describe('closingRules', () => {
  const drop = 'connection-state=new connection-nat-state=!dstnat action=drop';

  it('a list holds the WANs and nothing else → one rule with the list', () => {
    expect(closingRules(read(twoWans))).toEqual([
      `/ip firewall filter add chain=forward in-interface-list=WAN ${drop}`,
    ]);
  });

  it('a network of one’s own lies behind a WAN, or nothing is translated there → none', () => {
    expect(closingRules(read(`${twoWans}add dst-address=10.9.0.0/24 gateway=10.3.0.1\n`))).toEqual([]);
    expect(closingRules(read(`${twoWans}add dst-address=198.51.100.0/24 gateway=10.3.0.1\n`))).toHaveLength(
      1,
    );
    expect(closingRules(read(untranslated))).toEqual([]);
    expect(closingRules(read(untranslated.replaceAll('10.3.0', '192.0.2')))).toHaveLength(1);
  });

  it('no list holds just the WANs → one rule for each WAN', () => {
    const more = twoWans.replace('interface=ether3 list=WAN', 'interface=ether3 list=some disabled=yes');
    expect(closingRules(read(more))).toEqual([
      `/ip firewall filter add chain=forward in-interface=ether1 ${drop}`,
      `/ip firewall filter add chain=forward in-interface=ether3 ${drop}`,
    ]);
    const same = twoWans.replaceAll('WAN', 'edge').replace('interface=ether3 list', 'interface=ether2 list');
    expect(closingRules(read(same))).toHaveLength(2);
  });

  it('names that are no words → in quotes, what means something there escaped', () => {
    const named = twoWans
      .replaceAll('name=WAN', 'name="all $ \\"WANs\\""')
      .replaceAll('list=WAN', 'list="all $ \\"WANs\\""');
    expect(closingRules(read(named.replaceAll('$', '\\$')))).toEqual([
      `/ip firewall filter add chain=forward in-interface-list="all \\$ \\"WANs\\"" ${drop}`,
    ]);
    const spaced = twoWans
      .replaceAll('name=WAN', 'name="all WANs"')
      .replaceAll('list=WAN', 'list="all WANs"');
    expect(closingRules(read(spaced))[0]).toContain('in-interface-list="all WANs" ');
    const plain = twoWans.replaceAll('name=WAN', 'name=a.b-c_1').replaceAll('list=WAN', 'list=a.b-c_1');
    expect(closingRules(read(plain))[0]).toContain('in-interface-list=a.b-c_1 ');
  });
});
