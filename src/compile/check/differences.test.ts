import { describe, expect, it } from 'vitest';
import { assumeWorld, computeRib } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { compileLinux } from '../compile.ts';

const base = (version: string) => `# by RouterOS ${version}
/ip address add address=10.1.1.2/24 interface=ether1
/ip address add address=10.2.2.2/24 interface=ether2
/ip address add address=192.168.0.1/24 interface=ether4
/ip firewall nat add chain=srcnat out-interface=ether1 action=masquerade
/ip firewall nat add chain=srcnat out-interface=ether2 action=masquerade
/ip route add gateway=10.1.1.1
/ip route add gateway=10.2.2.1 distance=2 check-gateway=ping
`;

function said(version: string, more: string): [string, number][] {
  const { router } = readRouterOs(`${base(version)}${more}`, { file: 'differs.rsc' });
  const { world } = assumeWorld(router);
  const { diagnostics } = compileLinux(router, computeRib(router, world), world, { seed: 0 });
  return diagnostics.filter(({ id }) => id !== 'compile/ipv6').map(({ id, span }) => [id, span.start.line]);
}

const marks = '/ip firewall mangle add chain=prerouting in-interface=ether4';
const pcc = 'per-connection-classifier=src-address:2/0';
const connection = 'action=mark-connection new-connection-mark=c1';
const mainMark = `${marks} dst-address=!192.168.0.0/24 action=mark-routing new-routing-mark=main`;

describe('where Linux differs from the RouterOS of the text', () => {
  it('a text that has nothing of it → nothing', () => {
    expect(said('7.22.1', '')).toEqual([]);
  });

  it.each([
    [
      'another order of policy-rules',
      '/routing settings set policy-rules=local,user,mangle,main',
      ['compile/policy-rules', 9],
    ],
    [
      'new-routing-mark=main beside routing rules',
      `/routing table add fib name=to1\n/routing rule add src-address=192.168.0.9 action=lookup table=to1\n${mainMark}`,
      ['compile/main-mark', 11],
    ],
    [
      'output marked and translated',
      `/ip firewall mangle add chain=output dst-address=9.9.9.9 action=mark-routing new-routing-mark=main
/ip firewall nat add chain=output dst-address=9.9.9.9 action=dst-nat to-addresses=1.1.1.1`,
      ['compile/reroute', 10],
    ],
    [
      'a rule about broadcasts',
      '/ip firewall filter add chain=input dst-address-type=broadcast action=accept',
      ['compile/broadcast', 9],
    ],
    ['PCC', `${marks} dst-address-type=!local ${pcc} ${connection}`, ['compile/pcc-hash', 9]],
    ['nth before PCC in one rule', `${marks} nth=2,1 ${pcc} ${connection}`, ['compile/counts-last', 9]],
    [
      'FastTrack',
      '/ip firewall filter add chain=forward action=fasttrack-connection',
      ['compile/rule-ignored', 9],
    ],
  ] as const)('%s → said at its line', (_, more, found) => {
    expect(said('7.22.1', more)).toContainEqual(found);
  });

  it.each([
    [
      'the order of Linux',
      '/routing settings set policy-rules=local,mangle,vrf-lookup,vrf-unreach,user,main',
    ],
    ['new-routing-mark=main without routing rules', mainMark],
    ['nth alone', `${marks} nth=2,1 connection-state=new ${connection}`],
    [
      'limit, which comes last on both',
      '/ip firewall filter add chain=forward limit=9,5 protocol=tcp action=accept',
    ],
    ['a disabled PCC rule', `${marks} disabled=yes ${pcc} ${connection}`],
  ])('%s → nothing', (_, more) => {
    expect(said('7.22.1', more)).toEqual([]);
  });

  it('v6 masquerades two WANs → that connections move otherwise; v7 does as Linux', () => {
    expect(said('6.49', '')).toEqual([['compile/moved-masquerade', 5]]);
  });
});
