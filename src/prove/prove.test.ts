import { describe, expect, it } from 'vitest';
import { smallOffice } from '../../test/walk/read.ts';
import { assumedWorld } from '../rib/index.ts';
import { readRouterOs } from '../rsc/index.ts';
import { invariantNames } from './invariants/breach.ts';
import { type Proof, prove } from './prove.ts';
import type { ProveOptions } from './prove-options.ts';
import { notAskedText } from './say.ts';

const closed =
  '/ip firewall filter\nadd chain=forward in-interface=ether1 connection-state=new action=drop\n';

function proofOf(text: string, options: Partial<ProveOptions> = {}): Proof {
  const { router } = readRouterOs(text, { file: 'office.rsc', dialect: 'v7' });
  return prove(router, assumedWorld(router, {}), { engine: 'routeros', ...options });
}

const office = (more: string, options?: Partial<ProveOptions>) =>
  proofOf(`${smallOffice}${closed}${more}`, options);

const verdictOf = ({ invariants }: Proof, name: string) =>
  invariants.find(({ invariant }) => invariant === name);

const secondWan = `/ip address
add address=10.3.0.2/24 interface=ether3
/ip firewall nat
add chain=srcnat action=masquerade out-interface=ether3
/ip route
add gateway=10.3.0.1 distance=2
/ip firewall filter
add chain=forward in-interface=ether3 connection-state=new action=drop
`;

const mangle = (...rules: readonly string[]) =>
  `/ip firewall mangle\n${rules.map(rule => `add chain=prerouting ${rule}\n`).join('')}`;

describe('more kinds of packets than are walked', () => {
  const three = mangle(
    'protocol=tcp dst-port=8000 action=accept',
    'protocol=udp dst-port=9000 action=accept',
  );

  it('says so of everything that is asked of packets, and nothing of rules that none reached', () => {
    const proof = office(three, { mostKinds: 3 });
    // Nothing can be said to hold: an eighth is enough to look for what is violated.
    expect(proof.packetClasses).toBe(1);
    expect(office(three, { mostKinds: 24 }).packetClasses).toBe(3);
    expect(proof.defects).toEqual([]);
    expect(verdictOf(proof, 'lan-reaches-internet')).toMatchObject({
      verdict: 'not-judged',
      why: { kind: 'too-many-kinds' },
    });
    expect(verdictOf(proof, 'pcc-is-complete')).toMatchObject({ verdict: 'holds' });
    expect(['not-judged', 'partly-judged']).toContain(proof.verdict);
  });

  it('a violation among those that were walked is one all the same', () => {
    const proof = office(
      '/ip firewall filter\nadd chain=forward connection-state=established action=drop\n',
      { mostKinds: 8 },
    );
    expect(proof.violations.length).toBeGreaterThan(0);
  });

  it('as many as there are → judged', () => {
    expect(office(three).verdict).toBe('holds');
  });
});

describe('states of the WANs', () => {
  it('one WAN → only with all well: its death needs no proof', () => {
    expect(office('')).toMatchObject({ verdict: 'holds', linkStates: 1, violations: [] });
  });

  it('several states → open connections are not judged; what v7 does when a link returns is not established', () => {
    expect(notAskedText(office(''), 'en')).toEqual([]);
    const both = notAskedText(office(secondWan), 'en');
    expect(both).toEqual([
      expect.stringMatching(/^Not judged: connections that are open .* not established\.$/),
    ]);
    const six = readRouterOs(`${smallOffice}${secondWan}`, { file: 'office.rsc', dialect: 'v6' }).router;
    const older = prove(six, assumedWorld(six, {}), { engine: 'routeros' });
    expect(notAskedText(older, 'en').join()).not.toContain('not established');
  });

  it('two WANs → also with each unplugged, with a silent next hop, and dead behind it', () => {
    const proof = office(secondWan);
    expect(proof.linkStates).toBe(7);
    // Answers to the second WAN leave by the first; the first one's silence goes unnoticed.
    expect(proof.violations.map(({ invariant, fault }) => [invariant, fault])).toEqual([
      ['answer-leaves-as-it-came', undefined],
      ['lan-reaches-internet', { interface: 'ether1', kind: 'gateway' }],
    ]);
  });

  it('a route without check-gateway → one violation for all that it does not notice', () => {
    const lost = office(secondWan).violations.find(({ invariant }) => invariant === 'lan-reaches-internet');
    expect(lost?.alsoIn).toEqual([{ interface: 'ether1', kind: 'upstream' }]);
  });

  it('check-gateway=ping → only what lies behind the next hop goes unnoticed', () => {
    const checked = office(`${secondWan}/ip route set [find gateway=10.0.0.1] check-gateway=ping\n`);
    const lost = checked.violations.filter(({ invariant }) => invariant === 'lan-reaches-internet');
    expect(lost.map(({ fault, alsoIn }) => [fault?.kind, alsoIn])).toEqual([['upstream', []]]);
  });

  it('classes are counted once, whatever the faults', () => {
    const [one, two] = [office(''), office(secondWan)];
    expect(one.packetClasses).toBe(20);
    expect(two.packetClasses).toBeGreaterThan(one.packetClasses);
    expect(two.packetClasses).toBeLessThan(one.packetClasses * two.linkStates);
  });
});

describe('the verdict', () => {
  it('all holds → each invariant holds, in the order of their names', () => {
    const { invariants, points } = office('');
    expect(invariants.map(({ invariant }) => invariant)).toEqual([...invariantNames]);
    expect(invariants.every(({ verdict }) => verdict === 'holds')).toBe(true);
    expect(points).toEqual([]);
  });

  it('one depends → depends on its points; one more is violated → violated', () => {
    const open = 'add chain=forward content=x action=drop\n';
    const depends = office(open);
    expect(depends.verdict).toBe('depends');
    expect(verdictOf(depends, 'lan-reaches-internet')).toMatchObject({
      verdict: 'depends',
      points: [{ id: 'content@office.rsc:10' }],
    });
    expect(depends.points.map(({ id }) => id)).toEqual(['content@office.rsc:10']);
    const violated = office(`${open}add chain=input action=drop\n`);
    expect(violated.verdict).toBe('violated');
    expect(verdictOf(violated, 'admin-gets-in')).toEqual({
      invariant: 'admin-gets-in',
      verdict: 'violated',
      points: [],
    });
  });

  it('a defect of the text → its invariant is violated', () => {
    const half = mangle(
      'in-interface=ether2 per-connection-classifier=src-address:2/0 action=mark-connection new-connection-mark=m',
    );
    const proof = office(half);
    expect(proof.verdict).toBe('violated');
    expect(verdictOf(proof, 'pcc-is-complete')?.verdict).toBe('violated');
    expect(proof.defects).toMatchObject([{ flaw: { kind: 'missing', remainders: [1] } }]);
  });

  it('routes in a ring → violated', () => {
    const ring =
      '/ip route\nadd dst-address=192.0.2.1/32 gateway=192.0.2.2\nadd dst-address=192.0.2.2/32 gateway=192.0.2.1\n';
    expect(verdictOf(office(ring), 'routes-resolve')?.verdict).toBe('violated');
  });

  it('something could not be judged, nothing is wrong → not judged, with the reason', () => {
    const unknown = proofOf('/ip route\nadd gateway=10.0.0.1\n');
    expect(unknown.verdict).toBe('not-judged');
    expect(verdictOf(unknown, 'lan-reaches-internet')).toMatchObject({
      verdict: 'not-judged',
      why: { kind: 'no-lan' },
    });
  });

  it('what the user assumes, and when → settles it', () => {
    const open = 'add chain=forward content=x action=drop\n';
    expect(office(open, { assume: { content: 'no' } }).verdict).toBe('holds');
    const hours = 'add chain=forward time=8h-17h,sun action=drop\n';
    expect(office(hours, { at: 9 * 3_600_000 }).verdict).toBe('violated');
    expect(office(hours, { at: 18 * 3_600_000 }).verdict).toBe('holds');
  });

  it('names that the user resolves → are walked', () => {
    const named =
      '/ip firewall address-list\nadd list=l address=example.com\n/ip firewall filter\nadd chain=forward dst-address-list=l action=drop\n';
    const count = (options?: Partial<ProveOptions>) => office(named, options).packetClasses;
    expect(count({ names: { 'example.com': ['198.51.100.7'] } })).toBeGreaterThan(count());
  });
});

describe('nobody gets through', () => {
  it('rules drop all from the LAN → violated once', () => {
    const { violations } = office('add chain=forward action=drop\n');
    expect(violations.map(({ invariant, breach }) => [invariant, breach.kind])).toEqual([
      ['lan-reaches-internet', 'nobody'],
    ]);
  });

  it('packets have nowhere to go besides → said of these only', () => {
    const { violations } = proofOf(
      `${smallOffice}${closed}add chain=forward protocol=!icmp action=drop\n/ip firewall mangle\nadd chain=prerouting in-interface=ether2 protocol=icmp action=change-ttl new-ttl=set:1\n`,
    );
    expect(violations.map(({ invariant, breach }) => [invariant, breach.kind])).toEqual([
      ['lan-reaches-internet', 'outbound'],
    ]);
  });

  it('administrators are locked out → violated', () => {
    const { violations } = office('add chain=input action=drop\n');
    expect(violations.map(({ invariant }) => invariant)).toEqual(['admin-gets-in']);
  });
});

describe('marking rules that are never reached', () => {
  const accept = 'action=accept in-interface=ether2';
  const mark = 'in-interface=ether2 action=mark-connection new-connection-mark=m';

  it('a mark → a left-over, no violation', () => {
    const proof = office(mangle(accept, mark));
    expect(proof).toMatchObject({
      verdict: 'holds',
      defects: [],
      leftOvers: [{ flaw: { kind: 'unreached-mark' } }],
    });
  });

  it('several rules of a balance → said once, with the place of each', () => {
    const part = (n: number) => `${mark} per-connection-classifier=src-address:2/${n}`;
    const { defects } = office(mangle(accept, part(0), part(1)));
    expect(defects.map(({ flaw, origins }) => [flaw.kind, origins.length])).toEqual([['unreached-pcc', 2]]);
  });

  it('a balance → violated', () => {
    const proof = office(mangle(accept, `${mark} per-connection-classifier=src-address:1/0`));
    expect(proof).toMatchObject({
      verdict: 'violated',
      defects: [{ flaw: { kind: 'unreached-pcc' } }],
      leftOvers: [],
    });
    expect(verdictOf(proof, 'marks-are-reached')?.verdict).toBe('violated');
  });
});

describe('invariants that nothing was asked of', () => {
  const doubtsOf = (text: string) => proofOf(text).doubts.map(({ invariant, why }) => [invariant, why.kind]);
  const lan = '/ip address\nadd address=192.168.0.1/24 interface=ether2\n';
  const wan = '/ip address\nadd address=10.0.0.2/24 interface=ether1\n/ip route\nadd gateway=10.0.0.1\n';

  it('neither a WAN nor a default route → nothing is known of the Internet', () => {
    expect(doubtsOf(lan)).toEqual([
      ['lan-reaches-internet', 'no-default'],
      ['answer-returns', 'no-default'],
      ['connection-stays', 'no-default'],
      ['answer-leaves-as-it-came', 'no-wan'],
    ]);
  });

  it('no LAN → nothing is known of what a LAN asks, of other LANs, forwards and marks', () => {
    expect(doubtsOf(wan)).toEqual(
      [
        'lan-reaches-internet',
        'lan-reaches-lan',
        'lan-reaches-router',
        'router-reaches-lan',
        'forward-works-inside',
        'answer-returns',
        'connection-stays',
        'admin-gets-in',
        'marks-are-reached',
      ].map(name => [name, 'no-lan']),
    );
  });

  it('one LAN → nothing is missing: there is no other LAN, and no port forward', () => {
    expect(doubtsOf(`${smallOffice}${closed}`)).toEqual([]);
  });

  it('a table whose gateway lies nowhere, for a WAN without an address → not judged', () => {
    const table = '/routing table\nadd name=a fib\n/ip route\nadd gateway=203.0.113.1 routing-table=a\n';
    const dialled = `${lan}/interface list\nadd name=WAN\n/interface list member\nadd interface=ether1 list=WAN\n${table}${mangle('action=mark-routing new-routing-mark=a dst-address=172.31.0.1')}`;
    const proof = proofOf(dialled);
    expect(verdictOf(proof, 'tables-are-live')).toMatchObject({
      verdict: 'not-judged',
      why: { kind: 'no-address' },
    });
    expect(proof.defects).toEqual([]);
  });
});

it('told with each packet: each state of the uplinks once, in order, and each packet of it', () => {
  const told: string[] = [];
  const { linkStates } = office(secondWan, {
    onWalked: ({ state, states, packet, packets }) => {
      expect(packet).toBeLessThanOrEqual(packets);
      if (packet === 1) told.push(`${state} of ${states}`);
    },
  });
  expect(told.length).toBeGreaterThan(2);
  expect(told.length).toBeLessThanOrEqual(linkStates);
  expect(told).toEqual(told.map((_, i) => expect.stringMatching(`^${i + 1} of `)));
});
