import { describe, expect, it } from 'vitest';
import { read, smallOffice } from '../../../test/walk/read.ts';
import type { Dialect } from '../../model/index.ts';
import { assumedWorld, situationOf } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import {
  makePacket,
  newState,
  type PacketParts,
  type Prepared,
  prepare,
  type Trace,
  walk,
} from '../index.ts';

const base = { in: 'ether2', src: '192.168.0.10', dst: '8.8.8.8', srcPort: 40_000, dstPort: 443 } as const;
const send = (prepared: Prepared, parts: Partial<PacketParts> = {}): Trace =>
  walk(prepared, newState(), makePacket({ ...base, ...parts }));

const ending = (prepared: Prepared, parts: Partial<PacketParts> = {}) => send(prepared, parts).ending;
const routed = (trace: Trace) => trace.steps.find(step => step.kind === 'routed');

function readAs(dialect: Dialect, text: string): Prepared {
  const { router } = readRouterOs(text, { file: 'office.rsc', dialect });
  const { world, rib, dead } = situationOf(router, assumedWorld(router, {}));
  return prepare(router, rib, world, { engine: 'routeros', seed: 0, dead });
}

type Address = PacketParts['src'];

describe('packets that the kernel drops for their addresses', () => {
  const office = () => read('');
  const why = (prepared: Prepared, src: Address, dst: Address = '8.8.8.8', from = 'ether2') => {
    const end = ending(prepared, { src, dst, in: from });
    return end.kind === 'martian' ? end.why : end.kind;
  };

  it.each<[Address, string]>([
    ['192.168.0.1', 'own-source'],
    ['10.0.0.2', 'own-source'],
    ['127.0.0.0', 'loopback'],
    ['127.255.255.255', 'loopback'],
    ['192.168.0.255', 'broadcast-source'],
    ['255.255.255.255', 'broadcast-source'],
    ['224.0.0.0', 'broadcast-source'],
    ['239.255.255.255', 'broadcast-source'],
    ['0.0.0.0', 'no-source'],
    ['0.255.255.255', 'no-source'],
    ['192.168.0.10', 'forwarded'],
  ])('from %s → %s', (src, expected) => {
    expect(why(office(), src)).toBe(expected);
  });

  it.each<[Address]>([['126.255.255.255'], ['128.0.0.0'], ['223.255.255.255'], ['240.0.0.0'], ['1.0.0.0']])(
    'from %s → no martian',
    src => {
      expect(ending(office(), { src }).kind).not.toBe('martian');
    },
  );

  it('to loopback → dropped; without a source only to everybody', () => {
    expect(why(office(), '192.168.0.10', '127.0.0.1')).toBe('loopback');
    expect(why(office(), '192.168.0.10', '128.0.0.1')).toBe('forwarded');
    expect(why(office(), '0.0.0.0', '255.255.255.255')).toBe('delivered');
    expect(why(office(), '0.0.0.0', '255.255.255.254')).toBe('no-source');
  });

  it('rp-filter → asks for a way back, strict for one by the same interface', () => {
    const more = (filter: string) => read(`/ip settings\nset rp-filter=${filter}\n`);
    const [no, loose, strict] = [more('no'), more('loose'), more('strict')];
    const foreign = (prepared: Prepared) => why(prepared, '9.9.9.9', '192.168.0.10', 'ether2');
    expect([foreign(no), foreign(loose), foreign(strict)]).toEqual([
      'forwarded',
      'forwarded',
      'other-way-back',
    ]);
    expect(why(strict, '9.9.9.9', '192.168.0.10', 'ether1')).toBe('forwarded');
    expect(why(strict, '192.168.0.10')).toBe('forwarded');
  });

  it('rp-filter without any route back → no way back', () => {
    const text = (filter: string) =>
      `/ip address\nadd address=10.0.0.2/24 interface=ether1\nadd address=192.168.0.1/24 interface=ether2\n/ip settings\nset rp-filter=${filter}\n`;
    const back = (filter: string) => why(readAs('v7', text(filter)), '9.9.9.9', '192.168.0.10', 'ether1');
    expect([back('no'), back('loose'), back('strict')]).toEqual(['forwarded', 'no-way-back', 'no-way-back']);
  });

  it('the question for the way back → leaves the packet as it was', () => {
    const prepared = read(
      `/ip settings\nset rp-filter=strict\n/routing table\nadd fib name=t\n/ip route\nadd gateway=10.0.0.1 routing-table=t\n/ip firewall mangle\nadd chain=prerouting in-interface=ether2 action=mark-routing new-routing-mark=t\n`,
    );
    const trace = send(prepared);
    expect(routed(trace)).toMatchObject({ mark: 't', table: 't', out: 'ether1' });
    expect(trace.ending).toMatchObject({ kind: 'forwarded', dst: { address: 0x08080808, port: 443 } });
  });

  it('the way back by a rule that asks for the interface → the rule is passed over', () => {
    const more = `/ip settings\nset rp-filter=loose\n/routing rule\nadd interface=ether2 action=drop dst-address=192.168.0.0/24\n`;
    expect(ending(read(more)).kind).toBe('forwarded');
  });
});

describe('routing rules', () => {
  const second = `/ip address\nadd address=10.1.0.2/24 interface=ether3\n/routing table\nadd fib name=t\n/ip route\nadd gateway=10.1.0.1 routing-table=t\n/ip firewall nat\nadd chain=srcnat action=masquerade out-interface=ether3\n`;
  const office = (rule: string, more = '') => read(`${second}${more}/routing rule\nadd ${rule}\n`);
  const out = (prepared: Prepared, parts: Partial<PacketParts>) => routed(send(prepared, parts))?.out;

  it.each<[string, readonly Partial<PacketParts>[], readonly Partial<PacketParts>[]]>([
    [
      'src-address=192.168.0.16/28 action=lookup table=t',
      [{ src: '192.168.0.16' }, { src: '192.168.0.31' }],
      [{ src: '192.168.0.15' }, { src: '192.168.0.32' }],
    ],
    [
      'dst-address=9.9.9.0/30 action=lookup table=t',
      [{ dst: '9.9.9.0' }, { dst: '9.9.9.3' }],
      [{ dst: '9.9.8.255' }, { dst: '9.9.9.4' }],
    ],
    [
      'src-address=192.168.0.16/28 dst-address=9.9.9.0/30 action=lookup table=t',
      [{ src: '192.168.0.16', dst: '9.9.9.0' }],
      [{ src: '192.168.0.16' }, { dst: '9.9.9.0' }],
    ],
    ['interface=ether2 action=lookup table=t', [{}], []],
    ['interface=ether4 action=lookup table=t', [], [{}]],
    ['disabled=yes action=lookup table=t', [], [{}]],
    ['routing-mark=t action=lookup table=t', [], [{}]],
    ['action=lookup table=t min-prefix=0', [], [{}]],
  ])('%s → takes what it names, no more', (rule, taken, rest) => {
    const prepared = office(rule);
    expect(taken.map(parts => out(prepared, parts))).toEqual(taken.map(() => 'ether3'));
    expect(rest.map(parts => out(prepared, parts))).toEqual(rest.map(() => 'ether1'));
  });

  it('a rule for a mark → asked where the table of the mark knows no way', () => {
    const marking =
      '/routing table\nadd fib name=empty\n/ip firewall mangle\nadd chain=prerouting dst-address=9.9.9.9 action=mark-routing new-routing-mark=empty\n';
    const prepared = office('routing-mark=empty action=lookup table=t', marking);
    const trace = send(prepared, { dst: '9.9.9.9' });
    expect(routed(trace)).toMatchObject({
      table: 't',
      mark: 'empty',
      missed: [{ table: 'empty', why: 'no-active-route' }],
    });
    expect(routed(send(prepared))).toMatchObject({ table: 'main', mark: '', missed: [], out: 'ether1' });
  });

  it('a suppressed table → passed over, and said where a mark asks', () => {
    const marking =
      '/routing table\nadd fib name=empty\n/ip firewall mangle\nadd chain=prerouting action=mark-routing new-routing-mark=empty\n';
    const trace = send(office('action=lookup table=t min-prefix=0', marking));
    expect(routed(trace)).toMatchObject({
      table: 'main',
      missed: [
        { table: 'empty', why: 'no-active-route' },
        { table: 't', why: 'suppressed' },
      ],
    });
  });

  it('min-prefix → only longer prefixes count', () => {
    const route = '/ip route\nadd dst-address=9.9.0.0/16 gateway=10.1.0.1 routing-table=t\n';
    const at = (prefix: number) =>
      out(office(`action=lookup table=t min-prefix=${prefix}`, route), { dst: '9.9.9.9' });
    expect([at(15), at(16)]).toEqual(['ether3', 'ether1']);
  });

  it.each([
    ['action=drop', 'drop'],
    ['action=unreachable', 'unreachable'],
    ['action=lookup-only-in-table table=t dst-address=0.0.0.0/0', undefined],
    ['action=lookup-only-in-table table=none', 'unreachable'],
    ['action=lookup table=none', undefined],
  ])('%s → discarded as %s', (rule, type) => {
    const end = ending(office(rule));
    expect(end.kind === 'discarded' ? end.type : undefined).toBe(type);
    if (end.kind === 'discarded') expect(end.rule).toBeDefined();
  });
});

describe('routes', () => {
  it.each(['blackhole', 'unreachable', 'prohibit'])('a %s route in v6 → discards as itself', type => {
    const prepared = readAs('v6', `${smallOffice}/ip route\nadd dst-address=9.9.9.0/24 type=${type}\n`);
    expect(ending(prepared, { dst: '9.9.9.9' })).toMatchObject({ kind: 'discarded', type });
    expect(ending(prepared, { dst: '9.9.8.9' }).kind).toBe('forwarded');
  });

  it('the longest prefix → wins over a shorter one', () => {
    const prepared = read(
      '/ip address\nadd address=10.1.0.2/24 interface=ether3\n/ip route\nadd dst-address=9.9.0.0/16 gateway=10.1.0.1\nadd dst-address=9.9.9.0/24 gateway=10.0.0.1\n',
    );
    const out = (dst: Address) => routed(send(prepared, { dst }))?.out;
    expect([out('9.9.9.0'), out('9.9.9.255'), out('9.9.8.255'), out('9.9.10.0'), out('9.10.0.0')]).toEqual([
      'ether1',
      'ether1',
      'ether3',
      'ether3',
      'ether1',
    ]);
  });

  it('no route → the end; an address of the router → delivered, and said', () => {
    const bare = readAs('v7', '/ip address\nadd address=192.168.0.1/24 interface=ether2\n');
    expect(ending(bare)).toEqual({ kind: 'no-route' });
    const trace = send(bare, { dst: '192.168.0.1' });
    expect(trace.ending).toEqual({ kind: 'delivered' });
    expect(trace.steps).toContainEqual({ kind: 'local', address: 0xc0a80001 });
    expect(ending(bare, { dst: '192.168.0.255' })).toEqual({ kind: 'delivered' });
    expect(ending(bare, { dst: '224.0.0.5' })).toEqual({ kind: 'delivered' });
    expect(ending(bare, { dst: '239.255.255.255' })).toEqual({ kind: 'delivered' });
    expect(ending(bare, { dst: '240.0.0.1' })).toEqual({ kind: 'no-route' });
    expect(ending(bare, { dst: '223.255.255.255' })).toEqual({ kind: 'no-route' });
  });
});

describe('ECMP', () => {
  const two = (more = '') =>
    readAs(
      'v7',
      `/ip address
add address=10.0.0.2/24 interface=ether1
add address=10.1.0.2/24 interface=ether3
add address=192.168.0.1/24 interface=ether2
/ip route
add gateway=10.0.0.1
add gateway=10.1.0.1
${more}`,
    );

  const outs = (prepared: Prepared, many: readonly Partial<PacketParts>[]) =>
    new Set(many.map(parts => routed(send(prepared, parts))?.out)).size;

  it('several next hops → one is chosen, and asked for in words that all packets share', () => {
    const prepared = two();
    const asked: unknown[] = [];
    const by = (answer: number) => {
      const state = newState();
      state.choose = (_, size, about) => {
        asked.push([size, about?.()]);
        return answer;
      };
      return routed(walk(prepared, state, makePacket(base)));
    };
    expect(by(0)).toMatchObject({ out: 'ether1', gateway: 0x0a000001, choices: 2 });
    expect(by(1)).toMatchObject({ out: 'ether3', gateway: 0x0a010001, choices: 2 });
    expect(asked).toEqual([
      [2, { same: 'hop:2', odds: [0.5, 0.5] }],
      [2, { same: 'hop:2', odds: [0.5, 0.5] }],
    ]);
  });

  it('v6: a gateway that stands twice → twice as likely', () => {
    const prepared = readAs(
      'v6',
      `/ip address
add address=10.0.0.2/24 interface=ether1
add address=10.1.0.2/24 interface=ether3
add address=192.168.0.1/24 interface=ether2
/ip route
add gateway=10.0.0.1,10.1.0.1,10.0.0.1
`,
    );
    const state = newState();
    let odds: readonly number[] | undefined;
    state.choose = (_, size, about) => {
      odds = about?.().odds;
      return size - 1;
    };
    expect(routed(walk(prepared, state, makePacket(base)))).toMatchObject({ out: 'ether3' });
    expect(odds).toEqual([2 / 3, 1 / 3]);
  });

  it('one next hop → nobody is asked', () => {
    const state = newState();
    state.choose = () => expect.unreachable('there is one way only');
    expect(routed(walk(read(''), state, makePacket(base)))).toMatchObject({ out: 'ether1', choices: 1 });
  });

  it('by itself → addresses decide; with the policy l4 ports, too', () => {
    const ports = Array.from({ length: 32 }, (_, i) => ({ srcPort: 40_000 + i }));
    const addresses = Array.from({ length: 32 }, (_, i) => ({ dst: 0x08080800 + i }));
    expect([outs(two(), ports), outs(two(), addresses)]).toEqual([1, 2]);
    const l4 = two('/ip settings\nset ipv4-multipath-hash-policy=l4\n');
    expect(outs(l4, ports)).toBe(2);
  });
});

describe('VRF', () => {
  const text = (menu: string) => `/ip address
add address=10.0.0.2/24 interface=ether1
add address=192.168.0.1/24 interface=ether2
add address=10.3.0.1/24 interface=ether3
add address=10.4.0.1/24 interface=ether4
/ip route
add gateway=10.0.0.1
${menu}
`;
  const seven = () => readAs('v7', text('/ip vrf\nadd name=blue interfaces=ether3,ether4'));
  const six = () => readAs('v6', text('/ip route vrf\nadd routing-mark=blue interfaces=ether3,ether4'));
  const off = () => readAs('v7', text('/ip vrf\nadd name=blue interfaces=ether3,ether4 disabled=yes'));
  const to = (prepared: Prepared, from: string, dst: Address) =>
    ending(prepared, { in: from, src: from === 'ether3' ? '10.3.0.9' : '192.168.0.9', dst }).kind;

  it.each<[string, Address, string, string, string]>([
    ['ether3', '10.3.0.1', 'delivered', 'delivered', 'delivered'],
    ['ether3', '10.4.0.1', 'delivered', 'delivered', 'delivered'],
    ['ether3', '192.168.0.1', 'no-route', 'delivered', 'delivered'],
    ['ether3', '8.8.8.8', 'no-route', 'no-route', 'leaked'],
    ['ether3', '10.4.0.9', 'forwarded', 'forwarded', 'forwarded'],
    ['ether3', '224.0.0.5', 'delivered', 'delivered', 'delivered'],
    ['ether3', '10.3.0.255', 'delivered', 'delivered', 'delivered'],
    ['ether2', '192.168.0.1', 'delivered', 'delivered', 'delivered'],
    ['ether2', '10.0.0.2', 'delivered', 'delivered', 'delivered'],
    ['ether2', '10.3.0.1', 'leaked', 'delivered', 'delivered'],
  ])('from %s to %s → %s in v7, %s in v6, %s without VRF', (from, dst, v7, v6, without) => {
    expect([to(seven(), from, dst), to(six(), from, dst), to(off(), from, dst)]).toEqual([v7, v6, without]);
  });
});

describe('policy-rules', () => {
  const order = (rules: string) =>
    readAs(
      'v7',
      `# by RouterOS 7.22\n${smallOffice}/routing table\nadd fib name=t\n/ip route\nadd gateway=10.0.0.1 routing-table=t\n/ip firewall mangle\nadd chain=prerouting action=mark-routing new-routing-mark=t\n/routing settings\nset policy-rules=${rules}\n`,
    );

  it('mangle before local → a marked packet to the router leaves by its table; behind it → delivered', () => {
    const own = { dst: '192.168.0.1' } as const;
    expect(ending(order('mangle,local,user,main'), own).kind).not.toBe('delivered');
    expect(ending(order('local,mangle,user,main'), own).kind).toBe('delivered');
  });

  it('a rule that is left out → is not asked', () => {
    expect(routed(send(order('local,main')))).toMatchObject({ table: 'main', missed: [] });
    expect(ending(order('local,user')).kind).toBe('no-route');
  });
});
