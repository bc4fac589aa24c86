import { describe, expect, it } from 'vitest';
import { read, smallOffice } from '../../../test/walk/read.ts';
import { assumedWorld, computeRib } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { type Ending, newState, type Prepared, prepare, type Trace, walk } from '../../walk/index.ts';
import type { BreachKind } from '../invariants/breach.ts';
import { badly, byLan, ended, fromLan, fromWan, host } from '../testing/index.ts';
import { linesFor } from './lines.ts';

const office = read('');

/** Lines that may mend a breach which a walk shows. */
const mending = (breach: BreachKind, trace: Trace, prepared: Prepared = office): string[] =>
  linesFor({
    invariant: 'nothing-leaks',
    verdict: 'violated',
    points: [],
    breach,
    packetClasses: 1,
    packet: trace.packet,
    trace,
    seed: 0,
    prepared,
  });

const nowhere = ended(fromLan(), { kind: 'no-route' });
const leaked = ended(fromLan(), badly('leaked'));

describe('what leaks', () => {
  it('whatever the breach → what leaves by that WAN is masqueraded', () => {
    const line = '/ip firewall nat add chain=srcnat out-interface=ether1 action=masquerade';
    for (const breach of [{ kind: 'packet' }, { kind: 'to-lan', from: 'ether2' }] as const)
      expect(mending(breach, leaked)).toEqual([line]);
  });

  it('transit that leaks → the forward chain is closed before all rules', () => {
    expect(mending({ kind: 'transit', from: 'ether1' }, leaked)).toEqual([
      '/ip firewall filter add chain=forward in-interface=ether1 connection-state=new connection-nat-state=!dstnat action=drop place-before=0',
    ]);
  });
});

describe('what goes astray inside', () => {
  it.each(['to-lan', 'from-lan', 'to-router', 'from-router'] as const)(
    '%s → own networks are accepted before marks',
    kind => {
      const two = read(
        '/ip address\nadd address=192.168.7.1/24 interface=ether3\nadd address=192.168.7.9/24 interface=ether3\n',
      );
      expect(mending({ kind, from: 'ether2' }, nowhere, two)).toEqual(
        ['192.168.0.0/24', '192.168.7.0/24'].map(
          network =>
            `/ip firewall mangle add chain=prerouting dst-address=${network} action=accept place-before=0`,
        ),
      );
    },
  );

  it('a server on the network of who asks → it sees the router', () => {
    const forward = { kind: 'forward', from: 'ether2', to: 1 } as const;
    const shown = (ending: Ending) => mending(forward, ended(fromLan(), ending));
    expect(shown(byLan({ src: host, dst: '192.168.0.9' }))).toEqual([
      '/ip firewall nat add chain=srcnat src-address=192.168.0.0/24 dst-address=192.168.0.9 out-interface=ether2 action=masquerade',
    ]);
    expect(shown({ kind: 'no-route' })).toEqual([]);
    expect(shown(byLan({ src: host }, 'ether9'))).toEqual([]);
  });

  it('no remedy is known → none', () => {
    for (const breach of [
      { kind: 'packet' },
      { kind: 'answer' },
      { kind: 'later', out: 'ether1' },
      { kind: 'from-forward', from: 'ether2', to: 1 },
      { kind: 'nobody', invariant: 'admin-gets-in' },
    ] as const)
      expect(mending(breach, nowhere)).toEqual([]);
  });
});

describe('what a dead WAN loses', () => {
  const dead = { faults: [{ interface: 'ether1', kind: 'upstream' }] } as const;
  const lostBy = (text: string, breach: BreachKind = { kind: 'outbound' }) => {
    const more = `/ip route\n${text}`;
    const prepared = read(more, dead);
    const trace = walk(prepared, newState(), fromLan({ dst: '9.9.9.9' }));
    expect(trace.ending.kind).toBe('lost');
    return mending(breach, trace, prepared);
  };

  it('by a static route that nobody checks → its gateway is asked', () => {
    expect(lostBy('')).toEqual(['/ip route set [find gateway=10.0.0.1] check-gateway=ping']);
    expect(lostBy('add dst-address=9.9.9.0/24 gateway=10.0.0.7\n')).toEqual([
      '/ip route set [find gateway=10.0.0.7] check-gateway=ping',
    ]);
  });

  it('its gateway is asked already, or is an interface → nothing', () => {
    expect(lostBy('add dst-address=9.9.9.0/24 gateway=10.0.0.7 check-gateway=arp\n')).toEqual([]);
    expect(lostBy('add dst-address=9.9.9.0/24 gateway=ether1\n')).toEqual([]);
    expect(lostBy('add dst-address=9.9.9.0/24 gateway=10.0.0.7%ether1\n')).toEqual([]);
  });

  it('another breach, or not lost → nothing', () => {
    expect(lostBy('', { kind: 'answer' })).toEqual([]);
    expect(mending({ kind: 'outbound' }, walk(office, newState(), fromLan()))).toEqual([]);
  });
});

describe('answers by the WAN that was asked', () => {
  const inbound = { kind: 'inbound', to: 1, in: 'ether3' } as const;
  const second = `/ip address
add address=10.3.0.2/24 interface=ether3
/ip route
add gateway=10.3.0.1 distance=2
`;
  const trace = ended(fromWan(), { kind: 'no-route' });
  const mark = (wan: string, table: string): string[] => [
    `/ip firewall mangle add chain=output connection-mark=in-${wan} action=mark-routing new-routing-mark=${table} passthrough=no place-before=0`,
    `/ip firewall mangle add chain=prerouting in-interface=ether2 connection-mark=in-${wan} action=mark-routing new-routing-mark=${table} passthrough=no place-before=0`,
    `/ip firewall mangle add chain=prerouting in-interface=${wan} connection-state=new connection-mark=no-mark action=mark-connection new-connection-mark=in-${wan} place-before=0`,
  ];
  const newTable = (wan: string, gateway: string): string[] => [
    `/routing table add name=answers-${wan} fib`,
    `/ip route add dst-address=0.0.0.0/0 gateway=${gateway} routing-table=answers-${wan}`,
  ];
  const marks = (first: string, other: string): string[] => [
    ...mark('ether3', other),
    ...mark('ether1', first),
  ];

  it('no table of its own → one for each WAN, and marks in the order in which they shall stand', () => {
    expect(mending(inbound, trace, read(second))).toEqual([
      ...newTable('ether1', '10.0.0.1'),
      ...newTable('ether3', '10.3.0.1'),
      ...marks('answers-ether1', 'answers-ether3'),
    ]);
  });

  it('a table leads to one WAN alone → that one is used', () => {
    const table = '/routing table\nadd name=b fib\n/ip route\nadd gateway=10.3.0.1 routing-table=b\n';
    expect(mending(inbound, trace, read(`${second}${table}`))).toEqual([
      ...newTable('ether1', '10.0.0.1'),
      ...marks('answers-ether1', 'b'),
    ]);
  });

  it('a table leads to several WANs, to none now, or to other networks → is not used', () => {
    const table = '/routing table\nadd name=b fib\n/ip route\n';
    for (const routes of [
      'add gateway=10.3.0.1 routing-table=b\nadd gateway=10.0.0.1 routing-table=b\n',
      'add gateway=10.3.0.1 routing-table=b disabled=yes\n',
      'add dst-address=9.9.9.0/24 gateway=10.3.0.1 routing-table=b\n',
    ])
      expect(mending(inbound, trace, read(`${second}${table}${routes}`))).toContain(
        '/routing table add name=answers-ether3 fib',
      );
  });

  it('the name of the table is taken, or a WAN has no default route → nothing', () => {
    expect(mending(inbound, trace, read(`${second}/routing table\nadd name=answers-ether3 fib\n`))).toEqual(
      [],
    );
    const without = `${second.replace('gateway=10.3.0.1', 'dst-address=9.9.9.0/24 gateway=10.3.0.1')}/interface list\nadd name=WAN\n/interface list member\nadd list=WAN interface=ether3\n`;
    expect(mending(inbound, trace, read(without))).toEqual([]);
  });

  it('the gateway of that WAN among several → that one', () => {
    const both = second.replace('gateway=10.3.0.1', 'gateway=10.0.0.9,10.3.0.1');
    expect(mending(inbound, trace, read(both))).toEqual(
      expect.arrayContaining(newTable('ether3', '10.3.0.1')),
    );
  });

  it('version 6 → routing-mark, and no menu of tables', () => {
    const { router } = readRouterOs(`${smallOffice}${second}`, { file: 'office.rsc', dialect: 'v6' });
    const world = assumedWorld(router, {});
    const old = prepare(router, computeRib(router, world), world, { engine: 'routeros', seed: 0 });
    expect(mending(inbound, trace, old).slice(0, 2)).toEqual([
      '/ip route add dst-address=0.0.0.0/0 gateway=10.0.0.1 routing-mark=answers-ether1',
      '/ip route add dst-address=0.0.0.0/0 gateway=10.3.0.1 routing-mark=answers-ether3',
    ]);
  });

  it('a name that is no word → a table of letters, digits and dashes; the name in quotes', () => {
    const named = second.replaceAll('ether3', '"line 2"');
    const lines = mending(inbound, trace, read(named));
    expect(lines).toContain('/routing table add name=answers-line-2 fib');
    expect(lines.join('\n')).toContain('in-interface="line 2" connection-state=new');
    expect(lines.join('\n')).toContain('new-connection-mark="in-line 2"');
  });
});

describe('a tunnel that leads into itself', () => {
  const two = read(`/ip address
add address=10.3.0.2/24 interface=ether3
add address=10.9.0.2/24 interface=wg1
/ip route
add gateway=10.3.0.1 distance=2
add gateway=wg1 distance=3
`);
  const into = (name?: string) =>
    ({ kind: 'into-itself', service: 'WireGuard', to: 0xc6336463, ring: ['wg1'], name }) as const;

  it('its far end gets a route by each other WAN, in their order', () => {
    expect(mending(into(), nowhere, two)).toEqual([
      '/ip route add dst-address=198.51.100.99/32 gateway=10.0.0.1 distance=1',
      '/ip route add dst-address=198.51.100.99/32 gateway=10.3.0.1 distance=2',
    ]);
  });

  it('an address that nobody knows → nothing is known', () => {
    expect(mending(into('vpn.example.com'), nowhere, two)).toEqual([]);
  });
});
