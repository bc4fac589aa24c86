import { describe, expect, it } from 'vitest';
import { convertText, parseTarget } from './convert.ts';
import { differenceBetween, differenceHead, outagesThatDiffer } from './difference/index.ts';
import { explainTexts, proveTexts, type SaidOfExplain, spreadTexts } from './questions.ts';
import type { WalkSubject } from './subject/index.ts';
import { askTexts, nothingSaid } from './subject/index.ts';

const lines = `/ip address
add address=192.168.1.1/24 interface=ether3
add address=203.0.113.2/24 interface=ether1
add address=198.51.100.2/24 interface=ether2
`;
const nat = `/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=srcnat out-interface=ether2 action=masquerade
`;
const named = (text: string, version = '7.16') => [
  { file: 'office.rsc', text: `# by RouterOS ${version}\n${text}` },
];

/** What becomes of a packet that a host of ether3 sends, and of the answer. */
function explained(text: string, dst: string) {
  const said: SaidOfExplain = {
    ...nothingSaid('en'),
    in: 'ether3',
    src: '192.168.1.5',
    dst,
    sport: 40_000,
    reply: true,
  };
  const found = explainTexts(named(text, '6.49'), said);
  if (!('answer' in found)) throw new Error(found.no.why.join(' '));
  const { head } = found.answer;
  const reply = 'directReply' in found.answer ? found.answer.directReply : undefined;
  return { head, reply };
}

describe('explain', () => {
  it('an interface without a source → a host of its LAN sends it, and that is said', () => {
    const said: SaidOfExplain = { ...nothingSaid('en'), in: 'ether3', dst: '8.8.8.8', sport: 40_000 };
    const found = explainTexts(named(lines), said);
    if (!('answer' in found)) throw new Error(found.no.why.join(' '));
    expect(JSON.stringify(found.answer)).toContain('192.168.1.254 of the network of ether3');
  });

  it.each([
    ['a WAN', 'ether1', 'the text does not show who sends by ether1: it is a line to the Internet.'],
    ['an unknown interface', 'ether9', 'there is no interface ether9'],
  ])('%s without a source → said, with what to do', (_, port, why) => {
    const said: SaidOfExplain = { ...nothingSaid('en'), in: port, dst: '8.8.8.8', sport: 40_000 };
    const found = explainTexts(named(`${lines}${nat}`), said);
    expect('no' in found && found.no.why.join(' ')).toContain(why);
  });

  it('a private source that leaves → no answer is invented', () => {
    const { head, reply } = explained(`${lines}/ip route\nadd gateway=203.0.113.1\n`, '8.8.8.8');
    expect(head).toEqual(['It leaves by ether1 with the private source 192.168.1.5, without NAT.']);
    expect(reply).toBe('None can come: no host of the Internet finds the private address 192.168.1.5.');
  });

  it('the address of another line → the reason stands where it belongs, and no answer comes', () => {
    const marked = `${lines}/ip route
add gateway=203.0.113.1
add gateway=198.51.100.1 routing-mark=two
/ip firewall mangle
add chain=prerouting in-interface=ether3 action=mark-routing new-routing-mark=two
/ip firewall nat
add chain=srcnat action=src-nat to-addresses=203.0.113.2
`;
    const { head, reply } = explained(marked, '8.8.8.8');
    expect(head).toEqual([
      'It leaves by ether2, because two, as 203.0.113.2, which is an address of ether1: no answer can come.',
    ]);
    expect(reply).toBe('None can come: 203.0.113.2 is an address of ether1.');
    expect(explained(marked, '192.168.1.1').head).toEqual(['It is delivered to the router itself.']);
  });

  it('a list that rules fill, a MAC address → the other answer is said, too', () => {
    const base = `${lines}/ip route\nadd gateway=203.0.113.1\nadd gateway=198.51.100.1 routing-mark=two\n${nat}/ip firewall mangle\n`;
    const knocked = `${base}add chain=input action=add-src-to-address-list address-list=ok protocol=tcp dst-port=1111
add chain=prerouting src-address-list=ok action=mark-routing new-routing-mark=two
`;
    expect(explained(knocked, '8.8.8.8').head).toEqual([
      'It leaves by ether1 as 203.0.113.2.',
      'But where 192.168.1.5 is in the address list ok, which rules fill (office.rsc:13): It leaves by ether2 as 198.51.100.2, because two.',
    ]);
    const byMac = `${base}add chain=prerouting src-mac-address=02:00:00:00:00:01 action=mark-routing new-routing-mark=two\n`;
    expect(explained(byMac, '8.8.8.8').head[1]).toContain('MAC address 02:00:00:00:00:01');
  });
});

it('a VLAN that the bridge keeps from the router → does not hold', () => {
  const text = `/interface bridge
add name=bridge vlan-filtering=yes
/interface vlan
add interface=bridge name=vlan20 vlan-id=20
/interface bridge vlan
add bridge=bridge tagged=ether4 vlan-ids=20
/ip address
add address=192.168.20.1/24 interface=vlan20
`;
  const verdictOf = (more: string) => {
    const found = proveTexts(
      named(`${text.replace('tagged=ether4', `tagged=ether4${more}`)}`, '7.11'),
      nothingSaid('en'),
    );
    return 'answer' in found
      ? JSON.stringify(found.answer).includes('Nothing passes between vlan20')
      : undefined;
  };
  expect([verdictOf(''), verdictOf(',bridge')]).toEqual([true, false]);
});

it('IPv6 in a text → the first line says that it was not judged', () => {
  const text = `${lines}/ip route
add gateway=203.0.113.1 check-gateway=ping
${nat}/ip firewall filter
add chain=input in-interface=!ether3 connection-state=new action=drop
/ipv6 address
add address=2001:db8::1/64 interface=ether3
`;
  const found = proveTexts(named(text), nothingSaid('en'));
  expect('answer' in found && JSON.stringify(found.answer)).toContain('IPv6');
});

it('rules for half of a LAN → clients of both halves are imagined', () => {
  const half = `${lines}/routing table
add name=two fib
/ip route
add gateway=203.0.113.1
add gateway=198.51.100.1 routing-table=two
/routing rule
add src-address=192.168.1.128/25 table=two
${nat}`;
  const found = spreadTexts(named(half), nothingSaid('en'), { flows: 200, clients: 20, destinations: 30 });
  if (!('answer' in found)) throw new Error('no answer');
  expect(found.answer.allOver).toEqual(['ether3']);
  const shares = found.answer.shares.filter(({ wan }) => wan).map(({ connections }) => connections);
  expect(Math.min(...shares)).toBeGreaterThan(0.3);
});

describe('convert', () => {
  const convert = (text: string, to: string) => {
    const target = parseTarget(to);
    const found = target && convertText({ file: 'office.rsc', text }, target);
    if (found?.kind !== 'routeros') throw new Error('refused');
    return found;
  };

  it('to RouterOS 7: what is for an address of a WAN misses the router as well → exempted', () => {
    const v6 = `${lines}/ip firewall address-list
add list=some address=192.168.1.64/27
add list=own address=192.168.1.0/24
/ip firewall mangle
add chain=prerouting src-address-list=some dst-address-list=!own action=mark-routing new-routing-mark=two
/ip route
add gateway=203.0.113.1
add gateway=198.51.100.1 routing-mark=two
${nat}`;
    const { text, verdict } = convert(v6, 'v7');
    expect(text).toContain('new-routing-mark=two dst-address-type=!local');
    expect(verdict).toBe('same');
  });

  it('a text of scripts alone → no packets are counted', () => {
    const { check, verdict } = convert('/system script\nadd name=a source=":log info a"\n', 'v6');
    expect([check.packets, verdict]).toEqual([0, 'same']);
  });
});

it('diff: what differs only in an outage → is counted and said', () => {
  const routes = (check: string) =>
    `/ip route\nadd gateway=203.0.113.1${check}\nadd gateway=198.51.100.1 distance=2\n`;
  const subjectOf = (text: string): WalkSubject => {
    let kept: WalkSubject | undefined;
    const ask = (subject: WalkSubject) => {
      kept = subject;
      return true;
    };
    askTexts(named(text), nothingSaid('en'), { ask, key: () => 0, data: () => 0 });
    if (!kept) throw new Error('no subject');
    return kept;
  };
  const [old, now] = [
    subjectOf(`${lines}${routes(' check-gateway=ping')}${nat}`),
    subjectOf(`${lines}${routes('')}${nat}`),
  ];
  const found = differenceBetween([old, now], { flows: 50, clients: 5, destinations: 10 });
  expect(found.movers.moving.to).toBe(0);
  expect(outagesThatDiffer(found).map(({ fault }) => `${fault.interface} ${fault.kind}`)).toEqual([
    'ether1 gateway',
  ]);
  expect(differenceHead(found, 'en')).toContain('In 1 of 6 outages of one line more changes.');
});
