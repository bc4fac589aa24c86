import { describe, expect, it } from 'vitest';
import { withRoles } from '../../src/model/index.ts';
import {
  defectText,
  type Proof,
  prove,
  type VerdictKind,
  violationText,
  weightText,
} from '../../src/prove/index.ts';
import {
  answerOf,
  directAnswerText,
  endingText,
  isAnsweredDirectly,
  makePacket,
  newState,
  possibilities,
  possibleAnswers,
  walk,
} from '../../src/walk/index.ts';
import { preparedCase, proofOf, readCase } from './read.ts';

/** What was found about one invariant. */
function verdictOf({ invariants }: Proof, name: string): VerdictKind | undefined {
  return invariants.find(({ invariant }) => invariant === name)?.verdict;
}

const sentencesOf = ({ violations }: Proof, name: string): string[] =>
  violations.filter(({ invariant }) => invariant === name).map(one => violationText(one, 'en'));

describe('inside', () => {
  it('marks before local on v7, everything of a LAN marked → neither the router nor the other LAN is reached', () => {
    const proof = proofOf('marks-before-local-v7.rsc');
    expect(sentencesOf(proof, 'lan-reaches-router')).toEqual([
      'A packet from ether4 to the router itself (DNS, ping, management) leaves by ether1 as 10.1.1.2.',
    ]);
    expect(sentencesOf(proof, 'lan-reaches-lan')).toEqual([
      'A packet from ether4 to another LAN leaves by ether1 as 10.1.1.2.',
    ]);
    expect(proof.verdict).toBe('violated');
  });

  it('PCC marks what goes to another LAN → leaves by a WAN; own networks exempt → holds', () => {
    expect(verdictOf(proofOf('pcc-breaks-intervlan.rsc'), 'lan-reaches-lan')).toBe('violated');
    const fixed = proofOf('pcc-breaks-intervlan.fixed.rsc');
    expect(verdictOf(fixed, 'lan-reaches-lan')).toBe('holds');
    expect(verdictOf(fixed, 'lan-reaches-router')).toBe('holds');
  });
});

describe('a probe address', () => {
  const about = ({ violations, remarks }: Proof) => ({
    violated: violations.map(one => [one.invariant, one.fault?.interface, one.weight?.kind]),
    remarks: remarks.map(one => violationText(one, 'en')),
  });

  it('recursive failover as in the manual → holds; the probe addresses are remarks', () => {
    const proof = proofOf('recursive-failover.rsc');
    expect(proof.verdict).toBe('holds');
    expect(about(proof)).toEqual({
      violated: [],
      remarks: [
        'Only packets to 9.9.9.9 are lost: it is pinned to ether1 as a probe address.',
        'Only packets to 149.112.112.112 are lost: it is pinned to ether2 as a probe address.',
      ],
    });
  });

  it('probes that no route uses → everything is lost; used → only they are', () => {
    const inbound = ['answer-leaves-as-it-came', undefined, undefined];
    expect(about(proofOf('probes-unused-v6.rsc'))).toEqual({
      violated: [inbound, ['lan-reaches-internet', 'ether1', 'everything']],
      remarks: ['Only packets to 208.67.220.220 are lost: it is pinned to WAN2 (ether2) by a route.'],
    });
    expect(about(proofOf('probes-unused-v6.fixed.rsc'))).toEqual({
      violated: [inbound],
      remarks: [
        'Only packets to 208.67.222.222 are lost: it is pinned to WAN1 (ether1) as a probe address.',
        'Only packets to 208.67.220.220 are lost: it is pinned to WAN2 (ether2) as a probe address.',
      ],
    });
  });

  it('PCC sends half to a dead WAN → half of the new connections, all over both WANs, said once', () => {
    const { violations } = proofOf('pcc-breaks-intervlan.fixed.rsc');
    const lost = violations.filter(({ invariant }) => invariant === 'lan-reaches-internet');
    expect(lost.map(one => weightText(one, 'en'))).toEqual([
      [
        'every destination that the default route takes',
        '50.0 % of new connections',
        '100.0 % over all of these WANs',
      ],
    ]);
    const states = lost.flatMap(({ fault, alsoIn = [] }) => [fault, ...alsoIn]);
    expect(new Set(states.map(one => one?.interface)).size).toBe(2);
  });
});

describe('a LAN that only rules name', () => {
  it('PCC and tables → judged; what needs a LAN → judged in a network that is assumed', () => {
    const proof = proofOf('two-wan-no-ip-address.rsc');
    expect(proof.verdict).toBe('violated');
    expect(proof.defects.map(one => defectText(one, 'en'))).toEqual([
      'both-addresses:2: no packet ever has remainder 2, and no rule takes remainder 1.',
      'Packets are marked for table to_WAN2, which holds no active route: they go where main sends them.',
    ]);
    expect(proof.invariants.filter(({ verdict }) => verdict === 'not-judged')).toEqual([]);
    expect(proof.invariants).toContainEqual({ invariant: 'answer-returns', verdict: 'holds', points: [] });
  });
});

describe('without a LAN', () => {
  it('what needs one → not judged, with the reason', () => {
    const { router, world } = readCase('recursive-failover.rsc');
    const proof = prove(withRoles(router, { lans: [] }), world, { engine: 'routeros' });
    const open = proof.invariants.filter(({ verdict }) => verdict === 'not-judged');
    expect(open.map(({ invariant, why }) => [invariant, why?.kind])).toContainEqual([
      'lan-reaches-internet',
      'no-lan',
    ]);
  });
});

describe('tables without addresses', () => {
  it('gateway in a network that the text does not state → not judged, with the reason; no route at all → violated', () => {
    const more =
      '/ip firewall mangle add chain=prerouting in-interface=LAN action=mark-routing new-routing-mark=third\n/ip route add gateway=192.0.2.1 routing-table=third\n';
    const proof = proofOf('two-wan-no-ip-address.rsc', `/routing table add fib name=third\n${more}`);
    const tables = proof.defects.flatMap(({ flaw }) => (flaw.kind === 'empty-table' ? [flaw.table] : []));
    expect(tables).toEqual(['to_WAN2']);
    expect(proof.doubts.map(({ why }) => why)).toContainEqual({ kind: 'no-address', table: 'third' });
  });
});

describe('static routes without addresses', () => {
  const loopsOf = (routes: string) =>
    proofOf('two-wan-no-ip-address.rsc', `/ip route\n${routes}`)
      .defects.map(one => defectText(one, 'en'))
      .filter(text => text.startsWith('Routes lead'));

  it('two host routes by way of each other → never active; judged without LAN and addresses', () => {
    const ring =
      'add dst-address=192.0.2.1/32 gateway=192.0.2.2 scope=10\nadd dst-address=192.0.2.2/32 gateway=192.0.2.1 scope=10\n';
    expect(loopsOf(`${ring}add gateway=192.0.2.1\n`)).toEqual([
      "Routes lead only to each other's gateways, so that none of them is ever active: 192.0.2.1/32, 192.0.2.2/32.",
    ]);
  });

  it('a chain that ends in a gateway of an unknown network → no loop', () => {
    expect(
      loopsOf('add dst-address=192.0.2.1/32 gateway=192.0.2.2 scope=10\nadd gateway=192.0.2.1\n'),
    ).toEqual([]);
  });
});

describe('the answer', () => {
  /** Ways of the answer, each with its share. */
  function answersTo(file: string, packet: Parameters<typeof makePacket>[0]): [string, number][] {
    const prepared = preparedCase(file);
    const first = possibilities(prepared, makePacket(packet));
    const way = first.scenarios[0]?.ways[0];
    const answers = way && possibleAnswers(prepared, makePacket(packet), way);
    const ways = answers?.scenarios.flatMap(one => one.ways) ?? [];
    return ways.map(({ trace, share }) => [endingText(prepared, trace, 'en'), share]);
  }
  const web = { in: 'ether2', src: '192.0.2.9', dst: '203.0.113.2', srcPort: 40_000, dstPort: 443 } as const;

  it('of the router, output not marked → by the first WAN as the second; marked → as it came', () => {
    expect(answersTo('router-service-second-wan.rsc', web)).toEqual([
      ['leaves by WAN1 (ether1) as 203.0.113.2, which is an address of WAN2 (ether2): no answer can come', 1],
    ]);
    expect(answersTo('router-service-second-wan.fixed.rsc', web)).toEqual([
      ['leaves by WAN2 (ether2) with its own source 203.0.113.2', 1],
    ]);
  });

  it('PCC marks the answer anew → odds; only unmarked connections are marked → certain', () => {
    const ways = answersTo('pcc-remarks-replies-v6.rsc', web);
    expect(ways.map(([, share]) => share)).toEqual([0.5, 0.5]);
    expect(answersTo('pcc-remarks-replies-v6.fixed.rsc', web)).toEqual([
      ['leaves by WAN2 (ether2) as 203.0.113.2', 1],
    ]);
  });
});

describe('a port forward asked from the LAN', () => {
  const asked = { in: 'ether3', src: '10.20.0.50', dst: '198.51.100.2', dstPort: 443 } as const;

  it('server on the same network, its answer not through the router → does not work', () => {
    const prepared = preparedCase('hairpin-without-srcnat.rsc');
    const first = walk(prepared, newState(), makePacket(asked));
    expect(isAnsweredDirectly(prepared, first)).toBe(true);
    expect(answerOf(prepared, first)).toBeUndefined();
    expect(directAnswerText(first, 'en')).toBe(
      'It never passes the router: 10.20.0.10 finds 10.20.0.50 on its own network and answers directly. The client asked 198.51.100.2 and drops an answer from another address.',
    );
    const proof = proofOf('hairpin-without-srcnat.rsc');
    expect(sentencesOf(proof, 'forward-works-inside')).toEqual([
      'The port forward (dst-nat) of 198.51.100.2 does not work from LAN (ether3): the packet goes to 10.20.0.10:443 on LAN (ether3). The answer: It never passes the router: 10.20.0.10 finds 10.20.0.2 on its own network and answers directly. The client asked 198.51.100.2 and drops an answer from another address.',
    ]);
  });

  it('its source becomes the router → the answer comes back by the router', () => {
    const prepared = preparedCase('hairpin-with-srcnat.rsc');
    const first = walk(prepared, newState(), makePacket(asked));
    expect(isAnsweredDirectly(prepared, first)).toBe(false);
    expect(verdictOf(proofOf('hairpin-with-srcnat.rsc'), 'forward-works-inside')).toBe('holds');
  });

  it('DNS to the Internet that is redirected to a host of another LAN → no packet that fails to reach the Internet', () => {
    const redirect = `/ip firewall nat\nadd chain=dstnat in-interface=vlan10 protocol=udp dst-port=53 action=dst-nat to-addresses=10.20.20.53\n`;
    const proof = proofOf('pcc-breaks-intervlan.fixed.rsc', redirect);
    const healthy = proof.violations.filter(({ fault }) => fault === undefined);
    expect(healthy.map(({ invariant }) => invariant)).toEqual(['answer-leaves-as-it-came']);
  });
});

describe('marking rules', () => {
  const flawsOf = (defects: Proof['defects']) =>
    defects.map(({ flaw, origins }) => [flaw.kind, ...origins.map(({ span }) => span.start.line)]);

  it('everything of the LAN is accepted before PCC → PCC never balances', () => {
    const proof = proofOf('accept-all-before-pcc.rsc');
    expect(flawsOf(proof.defects)).toEqual([['unreached-pcc', 29, 30]]);
    expect(flawsOf(proof.leftOvers)).toEqual([['unreached-mark', 31, 32]]);
    expect(verdictOf(proof, 'marks-are-reached')).toBe('violated');
  });

  it('rules of output, where no packet that is walked comes → nothing is said', () => {
    const more =
      '/ip firewall mangle add chain=output src-address=10.1.1.2 action=mark-routing new-routing-mark=to_ISP1\n';
    const proof = proofOf('two-wan-no-ip-address.rsc', more);
    expect(flawsOf(proof.leftOvers)).toEqual([]);
  });

  it('only what goes to the WANs\u2019 own networks is accepted before → PCC balances', () => {
    const proof = proofOf('accept-all-before-pcc.fixed.rsc');
    expect(flawsOf([...proof.defects, ...proof.leftOvers])).toEqual([]);
    expect(verdictOf(proof, 'marks-are-reached')).toBe('holds');
  });
});

describe('transit', () => {
  it('forward chain without a drop → one remark with the rule; with that rule → none', () => {
    const remarks = ({ remarks }: Proof) =>
      remarks.filter(({ breach }) => breach.kind === 'transit').map(one => violationText(one, 'en'));
    const rule =
      '/ip firewall filter add chain=forward in-interface-list=WAN connection-state=new connection-nat-state=!dstnat action=drop';
    const open = '/ip firewall filter\nset [find chain=forward] disabled=yes\n';
    const found = remarks(proofOf('router-service-second-wan.rsc', open));
    expect(found).toHaveLength(1);
    expect(found[0]?.endsWith(rule)).toBe(true);
    expect(remarks(proofOf('router-service-second-wan.rsc', `${open}${rule}\n`))).toEqual([]);
  });
});

describe('DNS that is redirected to the router', () => {
  it('marks before local on v7 → the question leaves by a WAN, said as such', () => {
    const redirect =
      '/ip firewall nat add chain=dstnat in-interface=ether4 protocol=udp dst-port=53 action=redirect\n';
    const about = proofOf('marks-before-local-v7.rsc', redirect);
    expect(sentencesOf(about, 'answer-returns')).toEqual([]);
    expect(sentencesOf(about, 'lan-reaches-router')).toHaveLength(1);
  });
});
