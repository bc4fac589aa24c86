import { describe, expect, it } from 'vitest';
import { smallOffice } from '../../../test/walk/read.ts';
import { assumedLeases, assumedWorld, assumeWorld } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { type Proof, prove } from '../prove.ts';

const closed =
  '/ip firewall filter\nadd chain=forward in-interface=ether1 connection-state=new action=drop\n';

function proofOf(text: string): Proof {
  const { router } = readRouterOs(text, { file: 'office.rsc', dialect: 'v7' });
  return prove(router, assumedWorld(router, {}), { engine: 'routeros' });
}

const office = (more: string) => proofOf(`${smallOffice}${closed}${more}`);

const verdictOf = ({ invariants }: Proof, name: string) =>
  invariants.find(({ invariant }) => invariant === name);

const mangle = (...rules: readonly string[]) =>
  `/ip firewall mangle\n${rules.map(rule => `add chain=prerouting ${rule}\n`).join('')}`;

describe('a statement that only the router can carry out', () => {
  const asks = ':local gw [/ip dhcp-client get [find interface=ether3] gateway]\n';

  it('it could change where packets go → what seems wrong depends on its line, and is a remark', () => {
    const broken = '/ip firewall filter add chain=forward in-interface=ether2 action=drop\n';
    expect(office(broken).violations.length).toBeGreaterThan(0);
    const proof = office(
      `${broken}${asks}/ip firewall filter add chain=forward src-address=$gw action=drop\n`,
    );
    expect([proof.verdict, proof.violations]).toEqual(['depends', []]);
    expect(proof.remarks.filter(({ points }) => points.some(({ kind }) => kind === 'script'))).not.toEqual(
      [],
    );
    const beside = office(`${broken}${asks}/queue simple add name=q target=$gw\n`);
    expect([beside.verdict, beside.violations.length > 0]).toEqual(['violated', true]);
  });

  it('it may add rules of a balance → what is missing there is not judged', () => {
    const half = mangle(
      'in-interface=ether2 per-connection-classifier=src-address:2/0 action=mark-connection new-connection-mark=a',
    );
    expect(verdictOf(office(half), 'pcc-is-complete')).toMatchObject({ verdict: 'violated' });
    const rest = `:for i from=1 to=[/interface print count-only] do={ /ip firewall mangle add chain=prerouting in-interface=ether2 per-connection-classifier="src-address:2/$i" action=mark-connection new-connection-mark=b }\n`;
    expect(verdictOf(office(`${half}${rest}`), 'pcc-is-complete')).toMatchObject({
      verdict: 'not-judged',
      why: { kind: 'left-to-router' },
    });
  });
});

describe('DNS that is sent to one resolver outside, whoever asks', () => {
  const dns =
    '/ip firewall nat add chain=dstnat protocol=udp dst-port=53 action=dst-nat to-addresses=9.9.9.9\n';

  it('strangers can use it as well → a remark; the LAN alone → nothing', () => {
    const proof = proofOf(`${smallOffice}${dns}`);
    expect(proof.violations).toEqual([]);
    expect(proof.remarks.map(({ breach: { kind } }) => kind)).toContain('sent-on');
    const inside = proofOf(`${smallOffice}${dns.replace('protocol', 'in-interface=ether2 protocol')}`);
    expect(inside.remarks.map(({ breach: { kind } }) => kind)).not.toContain('sent-on');
  });
});

describe('DNS servers that leases name', () => {
  it('a line is dead unnoticed → said of the LAN, not of the servers, which are those of the lines', () => {
    const text = `/ip dhcp-client
add interface=ether1
add interface=ether3 default-route-distance=2
/ip address
add address=192.168.0.1/24 interface=ether2
/ip firewall nat
add chain=srcnat action=masquerade out-interface=ether1
add chain=srcnat action=masquerade out-interface=ether3
`;
    const { router } = readRouterOs(text, { file: 'office.rsc', dialect: 'v7' });
    const world = assumedWorld(router, { leases: assumedLeases(router) });
    const { violations } = prove(router, world, { engine: 'routeros' });
    const lost = violations.filter(({ fault }) => fault !== undefined);
    expect(new Set(lost.map(({ invariant }) => invariant))).toEqual(new Set(['lan-reaches-internet']));
    expect(lost.flatMap(({ alsoBreaks = [] }) => alsoBreaks)).toEqual([]);
  });
});

describe('a part of a configuration', () => {
  const partOf = (text: string) => {
    const { router } = readRouterOs(text, { file: 'part.rsc', dialect: 'v7' });
    return prove(router, assumeWorld(router).world, { engine: 'routeros' });
  };

  it('clients alone → nothing is said of answers to strangers', () => {
    const clients = '/ip dhcp-client\nadd interface=ether1\nadd interface=ether3\n';
    expect(partOf(clients).violations).toEqual([]);
  });

  it('a default route by a host outside to which only the rest leads → no route is not said', () => {
    const text = `/ip address add address=192.168.0.1/24 interface=bridge
/ip route add gateway=8.8.8.8 target-scope=11 check-gateway=ping
/ip firewall nat add chain=srcnat action=masquerade out-interface=ether1
`;
    const proof = partOf(text);
    expect(proof.violations).toEqual([]);
    expect(verdictOf(proof, 'lan-reaches-internet')).toMatchObject({ verdict: 'not-judged' });
  });
});
