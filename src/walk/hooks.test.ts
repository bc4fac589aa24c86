import { describe, expect, it } from 'vitest';
import { read, readText } from '../../test/walk/read.ts';
import {
  answerTo,
  isPrivate,
  leavingOf,
  makePacket,
  memoryOf,
  newState,
  type PacketParts,
  type Prepared,
  type Trace,
  type WalkOptions,
  walk,
} from './index.ts';

const base = { in: 'ether2', src: '192.168.0.10', dst: '8.8.8.8', srcPort: 40_000, dstPort: 443 } as const;
const packet = (parts: Partial<PacketParts> = {}) => makePacket({ ...base, ...parts });
const send = (prepared: Prepared, parts: Partial<PacketParts> = {}, state = newState()): Trace =>
  walk(prepared, state, packet(parts));

const kinds = (trace: Trace): readonly string[] => trace.steps.map(({ kind }) => kind);

/** Tables and chains of the rules that acted. */
const chains = (trace: Trace): readonly string[] =>
  trace.steps.flatMap(step => (step.kind === 'rule' ? [`${step.rule.table} ${step.rule.chain}`] : []));

/** Logs everywhere, on top of the small office. */
const everywhere = `/ip firewall raw
add chain=prerouting action=log
add chain=output action=log
/ip firewall mangle
add chain=prerouting action=log
add chain=input action=log
add chain=forward action=log
add chain=output action=log
add chain=postrouting action=log
/ip firewall filter
add chain=input action=log
add chain=forward action=log
add chain=output action=log
/ip firewall nat
add chain=dstnat action=log
add chain=srcnat action=log src-address=10.0.0.0/24
add chain=input action=log
add chain=output action=log
`;

describe('the hooks, in order', () => {
  const office = () => read(everywhere);

  it('through the router', () => {
    const trace = send(office());
    expect(chains(trace)).toEqual([
      'raw prerouting',
      'mangle prerouting',
      'nat dstnat',
      'mangle forward',
      'filter forward',
      'mangle postrouting',
      'nat srcnat',
    ]);
    expect(trace.steps[0]).toEqual({ kind: 'arrived', interface: 'ether2' });
    expect(trace.ending).toEqual({
      kind: 'forwarded',
      out: 'ether1',
      gateway: 0x0a000001,
      src: { address: 0x0a000002, port: 40_000 },
      dst: { address: 0x08080808, port: 443 },
      wan: true,
      translated: true,
    });
  });

  it('to the router', () => {
    const trace = send(office(), { dst: '192.168.0.1' });
    expect(chains(trace)).toEqual([
      'raw prerouting',
      'mangle prerouting',
      'nat dstnat',
      'mangle input',
      'filter input',
      'nat input',
    ]);
    expect(trace.ending).toEqual({ kind: 'delivered' });
  });

  it('from the router', () => {
    const trace = send(office(), { in: undefined, src: 0 });
    expect(chains(trace)).toEqual([
      'raw output',
      'mangle output',
      'nat output',
      'filter output',
      'mangle postrouting',
      'nat srcnat',
    ]);
    expect(trace.steps[0]).toEqual({ kind: 'made', interface: 'ether1' });
    expect(trace.packet.src).toBe(0x0a000002);
  });

  it('from the router to itself → delivered without any hook', () => {
    const trace = send(office(), { in: undefined, src: 0, dst: '192.168.0.1' });
    expect([chains(trace), trace.ending]).toEqual([[], { kind: 'delivered' }]);
    const nowhere = readText('/ip address\nadd address=10.0.0.2/24 interface=ether1\n');
    expect(send(nowhere, { in: undefined, src: 0 }).ending).toEqual({ kind: 'no-route' });
  });

  it('later packets and answers → no rule of NAT is asked again', () => {
    const state = newState();
    const first = send(office(), {}, state);
    const left = leavingOf(first);
    const answer = answerTo({ ...first.packet, src: left?.src.address ?? 0 }, 'ether1');
    const nat = (trace: Trace) => chains(trace).filter(name => name.startsWith('nat'));
    expect([nat(walk(office(), state, answer)), nat(send(office(), {}, state))]).toEqual([[], []]);
    expect(state.connections.all()).toHaveLength(1);
  });

  it.each([
    ['raw', 'prerouting', {}],
    ['filter', 'forward', {}],
    ['filter', 'input', { dst: '192.168.0.1' }],
    ['filter', 'output', { in: undefined, src: 0 }],
    ['raw', 'output', { in: undefined, src: 0 }],
  ] as const)('dropped in %s %s → no connection and nothing behind it', (table, chain, parts) => {
    const prepared = read(`/ip firewall ${table}\nadd chain=${chain} action=drop\n${everywhere}`);
    const state = newState();
    const trace = send(prepared, parts, state);
    expect(trace.ending.kind).toBe('dropped');
    expect(chains(trace).at(-1)).toBe(`${table} ${chain}`);
    expect(state.connections.size).toBe(0);
  });
});

describe('how packets end', () => {
  it('forwarding is off → said, and packets to the router still arrive', () => {
    const off = read('/ip settings\nset ip-forward=no\n');
    expect(send(off).ending).toEqual({ kind: 'not-forwarded' });
    expect(send(off, { dst: '192.168.0.1' }).ending).toEqual({ kind: 'delivered' });
    expect(send(off, { in: undefined, src: 0 }).ending.kind).toBe('forwarded');
  });

  const two = (nat: string, options: Partial<WalkOptions> = {}, more = '') =>
    readText(
      `/ip address
add address=10.0.0.2/24 interface=ether1
add address=203.0.113.2/24 interface=ether3
add address=192.168.0.1/24 interface=ether2
/ip route
add gateway=10.0.0.1
add dst-address=9.9.9.0/24 gateway=203.0.113.1
/interface list
add name=WAN
/interface list member
add list=WAN interface=ether1
add list=WAN interface=ether3
/ip firewall nat
add chain=srcnat action=masquerade out-interface-list=WAN disabled=yes
${nat}
${more}`,
      options,
    );

  const masquerade = 'add chain=srcnat action=masquerade out-interface-list=WAN';

  it.each<[string, string, Partial<PacketParts>, object]>([
    ['no NAT', '', {}, { kind: 'leaked', out: 'ether1' }],
    ['masquerade', masquerade, {}, { kind: 'forwarded', wan: true, translated: true }],
    ['no NAT, to a neighbour', '', { dst: '10.0.0.9' }, { kind: 'forwarded', wan: true, translated: false }],
    ['no NAT, a public source', '', { src: '198.51.100.7' }, { kind: 'forwarded', translated: false }],
    [
      'to the LAN',
      '',
      { in: 'ether1', src: '8.8.8.8', dst: '192.168.0.10' },
      { kind: 'forwarded', wan: false },
    ],
    [
      'back by the same WAN',
      '',
      { in: 'ether1', src: '8.8.8.8', dst: '8.8.4.4' },
      { kind: 'looped', out: 'ether1' },
    ],
    [
      'by another WAN than its address',
      'add chain=srcnat action=src-nat to-addresses=203.0.113.2',
      {},
      { kind: 'stuck', out: 'ether1', owner: 'ether3' },
    ],
    [
      'by the WAN of its address',
      'add chain=srcnat action=src-nat to-addresses=203.0.113.2',
      { dst: '9.9.9.9' },
      { kind: 'forwarded', out: 'ether3' },
    ],
  ])('%s → %#', (_, nat, parts, ending) => {
    expect(send(two(nat), parts).ending).toMatchObject(ending);
  });

  it('by a WAN that is dead → lost; by another one → forwarded', () => {
    const prepared = two(masquerade, { dead: ['ether1'] });
    expect(send(prepared).ending).toMatchObject({ kind: 'lost', wan: 'ether1' });
    expect(send(prepared, { dst: '9.9.9.9' }).ending.kind).toBe('forwarded');
  });

  it('masqueraded for an interface, routed to another one → moved once and forgotten', () => {
    const before = two(masquerade);
    const after = two(masquerade, {}, '/ip route\nadd dst-address=8.8.8.0/24 gateway=203.0.113.1\n');
    const state = newState();
    expect(send(before, { protocol: 'udp' }, state).ending).toMatchObject({ out: 'ether1' });
    expect(send(after, { protocol: 'udp' }, state).ending).toEqual({
      kind: 'moved',
      from: 'ether1',
      out: 'ether3',
    });
    expect(state.connections.size).toBe(0);
    expect(send(after, { protocol: 'udp' }, state).ending).toMatchObject({
      kind: 'forwarded',
      out: 'ether3',
    });
  });

  it('masquerade by an interface without an address → dropped, and said', () => {
    const bare = readText(`/ip address
add address=192.168.0.1/24 interface=ether2
/ip route
add gateway=ether5
/ip firewall nat
add chain=srcnat action=masquerade out-interface=ether5
`);
    expect(send(bare).ending).toEqual({ kind: 'no-source', out: 'ether5' });
  });
});

describe('private addresses', () => {
  it.each<[string, number, number]>([
    ['10.0.0.0/8', 0x0a000000, 0x0affffff],
    ['172.16.0.0/12', 0xac100000, 0xac1fffff],
    ['192.168.0.0/16', 0xc0a80000, 0xc0a8ffff],
    ['100.64.0.0/10', 0x64400000, 0x647fffff],
    ['169.254.0.0/16', 0xa9fe0000, 0xa9feffff],
  ])('%s → both ends and nothing beside', (_, first, last) => {
    expect([first - 1, first, last, last + 1].map(isPrivate)).toEqual([false, true, true, false]);
  });
});

describe("the router's own packets", () => {
  const two = (mangle: string) =>
    readText(`/ip address
add address=10.0.0.2/24 interface=ether1
add address=10.1.0.2/24 interface=ether3
/routing table
add fib name=t
/ip route
add gateway=10.0.0.1 pref-src=10.1.0.2
add dst-address=9.9.9.0/24 gateway=10.0.0.1
add gateway=10.1.0.1 routing-table=t
/ip firewall mangle
${mangle}
`);
  const own = (prepared: Prepared, parts: Partial<PacketParts> = {}) =>
    send(prepared, { in: undefined, src: 0, ...parts });

  it('no source → that of the route, else that of the interface; a source → kept', () => {
    const prepared = two('');
    expect(own(prepared).packet.src).toBe(0x0a010002);
    expect(own(prepared, { dst: '9.9.9.9' }).packet.src).toBe(0x0a000002);
    expect(own(prepared, { dst: '9.9.9.9', src: '10.1.0.2' }).packet.src).toBe(0x0a010002);
  });

  it('marked in output → routed once more behind the filter', () => {
    const routes = (prepared: Prepared) =>
      own(prepared, { dst: '9.9.9.9' }).steps.flatMap(step =>
        step.kind === 'routed' ? [[step.out, step.again]] : [],
      );
    expect(routes(two(''))).toEqual([['ether1', false]]);
    expect(routes(two('add chain=output action=mark-routing new-routing-mark=t'))).toEqual([
      ['ether1', false],
      ['ether3', true],
    ]);
  });
});

describe('simple queues', () => {
  const queued = (queue: string, parts: Partial<PacketParts> = {}, mangle = '') => {
    const trace = send(read(`/queue simple\nadd name=q ${queue}\n${mangle}`), parts);
    const step = trace.steps.find(one => one.kind === 'queued');
    return step?.kind === 'queued' ? step.direction : undefined;
  };
  const back = { in: 'ether1', src: '9.9.9.9', dst: '192.168.0.10' } as const;

  it.each<[string, Partial<PacketParts>, string | undefined]>([
    ['target=192.168.0.8/29', { src: '192.168.0.8' }, 'upload'],
    ['target=192.168.0.8/29', { src: '192.168.0.15' }, 'upload'],
    ['target=192.168.0.8/29', { src: '192.168.0.7' }, undefined],
    ['target=192.168.0.8/29', { src: '192.168.0.16' }, undefined],
    ['target=192.168.0.8/29', { ...back, dst: '192.168.0.8' }, 'download'],
    ['target=192.168.0.8/29', { ...back, dst: '192.168.0.16' }, undefined],
    ['target=ether2', {}, 'upload'],
    ['target=ether2', back, 'download'],
    ['target=ether4', {}, undefined],
    ['target=192.168.0.0/24 dst=8.8.8.8/32', {}, 'upload'],
    ['target=192.168.0.0/24 dst=8.8.8.8/32', { dst: '8.8.8.9' }, undefined],
    ['target=192.168.0.0/24 dst=9.9.9.9/32', back, 'download'],
    ['target=192.168.0.0/24 dst=9.9.9.8/32', back, undefined],
    ['target=ether2 dst=ether1', {}, 'upload'],
    ['target=ether2 dst=ether1', back, 'download'],
    ['target=ether2 dst=ether4', {}, undefined],
    ['target=192.168.0.10/32,192.168.0.11/32', { src: '192.168.0.11' }, 'upload'],
    ['target=ether2 disabled=yes', {}, undefined],
    ['target=ether2 packet-marks=m', {}, undefined],
  ])('%s, packet %#', (queue, parts, direction) => {
    expect(queued(queue, parts)).toBe(direction);
  });

  it('packet-marks → only packets with one of them', () => {
    const mangle = '/ip firewall mangle\nadd chain=forward action=mark-packet new-packet-mark=m\n';
    expect(queued('target=ether2 packet-marks=m', {}, mangle)).toBe('upload');
    expect(queued('target=ether2 packet-marks=other', {}, mangle)).toBeUndefined();
    expect(queued('target=ether2 packet-marks=other,m', {}, mangle)).toBe('upload');
  });

  it('to the router → queued as well; two queues → the first', () => {
    expect(queued('target=ether2', { dst: '192.168.0.1' })).toBe('upload');
    const both = read('/queue simple\nadd name=a target=ether2\nadd name=b target=ether2\n');
    const steps = send(both).steps.filter(({ kind }) => kind === 'queued');
    expect(steps).toMatchObject([{ queue: { name: 'a' } }]);
  });
});

describe('FastTrack', () => {
  it('a connection that is taken → skips mangle, filter and queues; NAT is done', () => {
    const prepared = read(
      `/queue simple\nadd name=q target=ether2\n/ip firewall filter\nadd chain=forward action=fasttrack-connection\n${everywhere}`,
    );
    const state = newState();
    const first = send(prepared, { protocol: 'udp' }, state);
    expect(kinds(first)).not.toContain('fast-tracked');
    const later = send(prepared, { protocol: 'udp' }, state);
    expect(kinds(later)).toEqual(['arrived', 'rule', 'tracked', 'fast-tracked', 'routed', 'translated']);
    expect(chains(later)).toEqual(['raw prerouting']);
    expect(later.ending).toEqual(first.ending);
  });

  it.each([
    ['tcp', true],
    ['udp', true],
    ['icmp', false],
    ['gre', false],
  ])('%s → taken: %s', (protocol, taken) => {
    const prepared = read('/ip firewall filter\nadd chain=forward action=fasttrack-connection\n');
    const state = newState();
    send(prepared, { protocol }, state);
    expect(state.connections.all().map(({ fastTracked }) => fastTracked)).toEqual([taken]);
  });
});

describe('what is remembered, as text', () => {
  const office = () =>
    read(
      '/ip firewall filter\nadd chain=forward dst-port=99 protocol=tcp action=add-src-to-address-list address-list=l\n',
    );

  it('the same packets → the same text; another packet, answer or list → another one', () => {
    const after = (...parts: readonly Partial<PacketParts>[]) => {
      const state = newState();
      for (const one of parts) send(office(), one, state);
      return memoryOf(state);
    };
    expect(after({})).toBe(after({}));
    const texts = [after(), after({}), after({}, {}), after({ srcPort: 1 }), after({ dstPort: 99 })];
    expect(new Set(texts).size).toBe(texts.length);
    expect(after({ dstPort: 99 })).toContain('[[1,[[3232235530,');
  });
});
