import { describe, expect, it } from 'vitest';
import { readRouterOs } from '../../rsc/index.ts';
import { propertyPlace, type Referred, type Router, referencesOf } from '../index.ts';

const text = `# by RouterOS 7.14
/interface bridge add name=lan
/interface list add name=WAN
/interface list member add interface=ether1 list=WAN
/ip pool add name=dhcp ranges=10.0.0.2-10.0.0.9
/ip dhcp-server add interface=lan address-pool=dhcp name=server
/queue type add name=fair kind=pcq
/queue simple add name=all target=lan
/queue simple add name=one parent=all queue=fair/default-small target=10.0.0.5/32 packet-marks=voice
/routing table add fib name=to_ISP1
/ip firewall address-list add list=office address=10.0.0.0/24
/ip firewall mangle
add chain=prerouting action=jump jump-target=marks in-interface-list=!WAN src-address-list=office
add chain=marks action=mark-connection new-connection-mark=c1
add chain=marks action=mark-routing new-routing-mark=to_ISP1 connection-mark=c1
/ipv6 firewall address-list add list=office address=fd00::/8
/ip route add gateway=10.1.1.1%ether1 routing-table=to_ISP1
/system script add name=backup source=""
/system scheduler add name=nightly on-event=backup
`;
const router: Router = readRouterOs(text, { file: 'a.rsc' }).router;
const places = (kind: Referred, name: string, scope = '') => {
  const named = referencesOf(router).find(kind, name, scope);
  const lines = (role: 'definitions' | 'uses') =>
    named?.[role].map(({ item, property }) => {
      const span = propertyPlace(item, property)?.value;
      return `${span?.start.line} ${property}=${text.slice(span?.start.offset, span?.end.offset)}`;
    });
  return { by: lines('definitions'), used: lines('uses') };
};

describe('referencesOf', () => {
  it.each<[Referred, string, string, readonly string[], readonly string[]]>([
    ['interface', 'lan', '', ['2 name=lan'], ['6 interface=lan', '8 target=lan']],
    ['bridge', 'lan', '', ['2 name=lan'], []],
    ['interface-list', 'WAN', '', ['3 name=WAN'], ['4 list=WAN', '13 in-interface-list=!WAN']],
    ['pool', 'dhcp', '', ['5 name=dhcp'], ['6 address-pool=dhcp']],
    ['dhcp-server', 'server', '', ['6 name=server'], []],
    ['queue-type', 'fair', '', ['7 name=fair'], ['9 queue=fair/default-small']],
    ['simple-queue', 'all', '', ['8 name=all'], ['9 parent=all']],
    ['packet-mark', 'voice', '', [], ['9 packet-marks=voice']],
    ['address-list', 'office', 'ipv4', ['11 list=office'], ['13 src-address-list=office']],
    ['address-list', 'office', 'ipv6', ['16 list=office'], []],
    ['chain', 'marks', 'ipv4 mangle', ['14 chain=marks', '15 chain=marks'], ['13 jump-target=marks']],
    ['connection-mark', 'c1', '', ['14 new-connection-mark=c1'], ['15 connection-mark=c1']],
    ['routing-mark', 'to_ISP1', '', ['15 new-routing-mark=to_ISP1'], []],
    [
      'routing-table',
      'to_ISP1',
      '',
      ['10 name=to_ISP1'],
      ['15 new-routing-mark=to_ISP1', '17 routing-table=to_ISP1'],
    ],
    ['script', 'backup', '', ['18 name=backup'], ['19 on-event=backup']],
  ])('%s %s %s → who defines it and who uses it', (kind, name, scope, by, used) => {
    expect(places(kind, name, scope)).toEqual({ by, used });
  });

  it('names that a router has by itself → built in', () => {
    const { find } = referencesOf(router);
    expect(find('queue-type', 'default-small')?.builtIn).toBe(true);
    expect(find('chain', 'prerouting', 'ipv4 mangle')?.builtIn).toBe(true);
    expect(find('interface-list', 'WAN')?.builtIn).toBe(false);
  });

  it('asked again → the same index', () => {
    expect(referencesOf(router)).toBe(referencesOf(router));
  });
});
