import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { namingsOf, referredBy } from '../../src/editing/index.ts';
import { packagePath } from '../../src/files/index.ts';
import { occurrencesIn } from '../../src/lsp/names/occurrences.ts';

import { type Mention, propertyPlace, referencesOf } from '../../src/model/index.ts';
import { outlineOf, readRouterOs } from '../../src/rsc/index.ts';
import { office } from './office.ts';

const texts = {
  office,
  paper: readFileSync(packagePath('examples/paper/paper.rsc'), 'utf8'),
  fixed: readFileSync(packagePath('examples/paper-fixed/paper-fixed.rsc'), 'utf8'),
  'fixed for RouterOS 6': readFileSync(packagePath('examples/paper-fixed/paper-fixed-v6.rsc'), 'utf8'),
  others: `# 2026-11-29 by RouterOS 7.16
/interface bridge add name=lan
/interface bridge port add bridge=lan interface=ether5
/interface vlan add interface=ether1 name=vlan10 vlan-id=10
/interface pppoe-client add interface=vlan10 name=line1 user=u
/interface list add name=WAN
/interface list add include=WAN name=ALL
/interface list member add interface=line1 list=WAN
/ip pool add name=dhcp ranges=192.168.1.10-192.168.1.20
/ip dhcp-server add address-pool=dhcp interface=lan name=server
/ip dhcp-server lease add address=192.168.1.30 mac-address=02:00:00:00:00:01 server=server
/ip dhcp-client add default-route-tables=to_A:1,main:2 interface=ether2
/queue type add kind=pcq name=fair
/queue simple add name=all target=lan
/queue simple add name=one parent=all queue=fair/default-small target=10.0.0.5/32 packet-marks=voice
/queue tree add name=up parent=line1 packet-mark=voice queue=fair
/queue tree add name=down parent=up packet-mark=voice,video
/routing table add fib name=to_A
/ip firewall address-list add address=10.0.0.0/24 list=office
/ip firewall filter add action=add-src-to-address-list address-list=seen chain=forward
/ip firewall mangle add action=jump chain=prerouting in-interface-list=!WAN jump-target=marks
/ip firewall mangle add action=mark-packet chain=marks new-packet-mark=voice
/ip firewall mangle add action=mark-routing chain=marks connection-mark=!c1 new-routing-mark=to_A
/ip route add gateway=10.1.1.1%line1 routing-table=to_A
/ip route add gateway=10.1.1.1@to_A,line1
/routing rule add action=lookup interface=lan table=to_A
/ppp profile add local-address=192.168.9.1 name=vpn remote-address=dhcp
/system script add name=backup source=""
/system scheduler add name=nightly on-event=backup
`,
};

describe('names in a text', () => {
  it.each(Object.entries(texts))(
    '%s: every name that the references index of the model has → found here',
    (_, text) => {
      const { router } = readRouterOs(text, { file: 'a.rsc' });
      const found = occurrencesIn(outlineOf(text, 'a.rsc'));
      const isFound = ({ kind, name, item, property }: Mention): boolean => {
        const place = propertyPlace(item, property);
        if (!place || item.origin.menu === '') return true;
        const { start, end } = place.value;
        return found.some(
          one =>
            referredBy[one.kind].includes(kind) &&
            one.name === name &&
            one.range.start >= start.offset &&
            one.range.end <= end.offset,
        );
      };
      const all = referencesOf(router).all.flatMap(({ definitions, uses }) => [...definitions, ...uses]);
      const missed = all.filter(one => !isFound(one));
      expect(
        missed.map(({ kind, name, property, item }) => [kind, name, property, item.origin.menu]),
      ).toEqual([]);
      expect(all.length).toBeGreaterThan(20);
    },
  );

  it('each name → stands where it is said to stand', () => {
    for (const text of Object.values(texts))
      for (const { name, range } of occurrencesIn(outlineOf(text, 'a.rsc')))
        expect(text.slice(range.start, range.end)).toBe(name);
  });

  it('a gateway that is an address, a network as target → no names', () => {
    const [route] = namingsOf('/ip route', 'gateway').slice(1);
    expect(route?.within?.exec('10.0.0.1')).toBeNull();
    expect(route?.within?.exec('ether1')?.[1]).toBe('ether1');
  });
});
