import { describe, expect, it } from 'vitest';
import { readText } from '../../test/walk/read.ts';
import { assumedWorld, type Fault } from '../rib/index.ts';
import { readRouterOs } from '../rsc/index.ts';
import {
  answerOf,
  type FollowOptions,
  followAll,
  isAnsweredDirectly,
  makePacket,
  newState,
  type PacketParts,
  possibilities,
  possibleAnswers,
  walk,
} from './index.ts';

const text = (more = '') => `/ip address
add address=203.0.113.2/24 interface=ether1
add address=198.51.100.2/24 interface=ether3
add address=192.168.0.1/24 interface=ether2
/interface list
add name=WAN
/interface list member
add list=WAN interface=ether1
add list=WAN interface=ether3
/ip route
add gateway=203.0.113.1 check-gateway=ping
add gateway=198.51.100.1 distance=2
/ip firewall nat
add chain=srcnat action=masquerade out-interface-list=WAN
${more}`;

const base = { in: 'ether2', src: '192.168.0.10', dst: '8.8.8.8', srcPort: 40_000, dstPort: 443 } as const;
const packet = (parts: Partial<PacketParts> = {}) => makePacket({ ...base, ...parts });

describe('the life of a connection', () => {
  const life = (
    kind: Fault['kind'],
    {
      more = '',
      dialect = 'v7',
      ...options
    }: Partial<FollowOptions> & { more?: string; dialect?: 'v6' | 'v7' } = {},
    parts: Partial<PacketParts> = {},
  ) => {
    const { router } = readRouterOs(text(more), { file: 'x.rsc', dialect });
    const fault = { kind, interface: 'ether1' };
    return followAll(router, assumedWorld(router, {}), packet(parts), fault, {
      engine: 'routeros',
      seed: 0,
      ...options,
    });
  };

  const endings = (...args: Parameters<typeof life>) =>
    life(...args).moments.map(({ when, which, trace: { ending } }) => {
      const out = 'out' in ending ? ending.out : '';
      return `${when} ${which}: ${ending.kind} ${out}`.trim();
    });

  it('the gateway falls silent → one packet is lost in v7, then the other line; back again alike', () => {
    expect(endings('gateway')).toEqual([
      'before first: forwarded ether1',
      'before answer: forwarded ether2',
      'during next: moved ether3',
      'during second: forwarded ether3',
      'after next: moved ether1',
      'after second: forwarded ether1',
    ]);
  });

  it('v6 → stays with the address of the first line', () => {
    expect(endings('gateway', { dialect: 'v6' })).toEqual([
      'before first: forwarded ether1',
      'before answer: forwarded ether2',
      'during next: stuck ether3',
      'during second: stuck ether3',
      'after next: forwarded ether1',
      'after second: forwarded ether1',
    ]);
  });

  it('unplugged → what was masqueraded for it is forgotten at once', () => {
    expect(endings('unplugged').slice(2)).toEqual([
      'during next: forwarded ether3',
      'during second: forwarded ether3',
      'after next: moved ether1',
      'after second: forwarded ether1',
    ]);
  });

  it('dead behind its gateway → lost, since the gateway answers', () => {
    expect(endings('upstream').slice(2, 4)).toEqual([
      'during next: lost ether1',
      'during second: lost ether1',
    ]);
  });

  it('a packet that is dropped, or answered directly → no answer is walked', () => {
    const drop = '/ip firewall filter\nadd chain=forward action=drop\n';
    expect(endings('gateway', { more: drop })[1]).toBe('during next: dropped');
    expect(endings('gateway', {}, { dst: '192.168.0.77' })[1]).toBe('during next: forwarded ether2');
  });

  it('what is open and matters → said, with the ordinary life', () => {
    const more =
      '/ip firewall filter\nadd chain=forward limit=1,5:packet action=accept\nadd chain=forward action=drop\n';
    const { moments, points } = life('gateway', { more });
    expect(points.map(({ id }) => id)).toEqual(['limit@x.rsc:16']);
    expect(moments[0]?.trace.ending.kind).toBe('forwarded');
    expect(life('gateway').points).toEqual([]);
  });
});

describe('answers', () => {
  const prepared = () =>
    readText(
      text(
        'add chain=dstnat in-interface=ether2 dst-address=9.9.9.9 protocol=tcp action=dst-nat to-addresses=192.168.0.77 to-ports=81\nadd chain=dstnat dst-address=9.9.9.8 protocol=tcp action=redirect to-ports=82\n',
      ),
    );
  const first = (parts: Partial<PacketParts> = {}) => walk(prepared(), newState(), packet(parts));

  it('from where it left → to the address that it left with', () => {
    expect(answerOf(prepared(), first())).toMatchObject({
      in: 'ether1',
      src: 0x08080808,
      srcPort: 443,
      dst: 0xcb007102,
      dstPort: 40_000,
      tcpFlags: 18,
    });
  });

  it('from the router → from the address that it was delivered to', () => {
    expect(answerOf(prepared(), first({ dst: '192.168.0.1' }))).toMatchObject({
      in: undefined,
      src: 0xc0a80001,
      srcPort: 443,
      dst: 0xc0a8000a,
      dstPort: 40_000,
    });
    expect(answerOf(prepared(), first({ dst: '9.9.9.8' }))).toMatchObject({ src: 0xc0a80001, srcPort: 82 });
  });

  it('nobody got it → none', () => {
    const dead = readText(text(), { dead: ['ether1'] });
    expect(answerOf(dead, walk(dead, newState(), packet()))).toBeUndefined();
    expect(answerOf(prepared(), first({ ttl: 1 }))).toBeUndefined();
  });

  it.each<[string, Partial<PacketParts>, boolean]>([
    ['a host of the same network', { dst: '192.168.0.77' }, true],
    ['dst-nat back into the same network', { dst: '9.9.9.9' }, true],
    ['from another network', { in: 'ether1', src: '8.8.8.8', dst: '192.168.0.10' }, false],
    ['to the Internet', {}, false],
    ['to the router', { dst: '192.168.0.1' }, false],
    ['from the router itself', { in: undefined, src: 0, dst: '192.168.0.77' }, false],
  ])('%s → answered directly: %3$s', (_, parts, directly) => {
    const trace = first(parts);
    expect(isAnsweredDirectly(prepared(), trace)).toBe(directly);
    if (directly) expect(answerOf(prepared(), trace)).toBeUndefined();
  });
});

describe('possibilities', () => {
  const pcc = `/ip firewall mangle
add chain=prerouting in-interface=ether2 per-connection-classifier=src-port:3/0 action=mark-routing new-routing-mark=t
/routing table
add fib name=t
/ip route
add gateway=198.51.100.1 routing-table=t
`;

  const shares = (more: string, drawn = false) =>
    possibilities(readText(text(more)), packet(), { drawn }).scenarios.map(({ ways }) =>
      ways.map(({ share, trace: { ending }, alike }) => [
        'out' in ending ? ending.out : ending.kind,
        Number(share.toFixed(3)),
        alike.length,
      ]),
    );

  it('a hash decides → each way with its share, the likeliest first; ends that are alike are one', () => {
    expect(shares(pcc)).toEqual([
      [
        ['ether1', 0.667, 1],
        ['ether3', 0.333, 0],
      ],
    ]);
    expect(shares(pcc, true)).toMatchObject([[[expect.any(String), 1, 0]]]);
  });

  it('a limit decides → a scenario each, shares within it', () => {
    const limited = `${pcc}/ip firewall filter\nadd chain=forward limit=1,5:packet action=accept\nadd chain=forward action=drop\n`;
    expect(shares(limited)).toEqual([
      [
        ['ether1', 0.667, 1],
        ['ether3', 0.333, 0],
      ],
      [['dropped', 1, 2]],
    ]);
  });

  it('the answers to one way → begin as that way did', () => {
    const prepared = readText(
      text(`${pcc}/ip firewall filter\nadd chain=forward in-interface-list=WAN content=x action=drop\n`),
    );
    const [scenario] = possibilities(prepared, packet()).scenarios;
    for (const way of scenario?.ways ?? []) {
      const { ending } = way.trace;
      const answers = possibleAnswers(prepared, packet(), way);
      expect(answers?.points.map(({ kind }) => kind)).toEqual(['content']);
      expect(
        answers?.scenarios.map(one => one.ways.map(({ trace }) => [trace.packet.in, trace.ending.kind])),
      ).toEqual([
        [['out' in ending ? ending.out : '', 'forwarded']],
        [['out' in ending ? ending.out : '', 'dropped']],
      ]);
      expect(answers?.scenarios.map(({ conditions }) => conditions.map(({ choice }) => choice))).toEqual([
        [0],
        [1],
      ]);
    }
    const lost = possibilities(prepared, packet({ ttl: 1 })).scenarios[0]?.ways[0];
    expect(lost && possibleAnswers(prepared, packet({ ttl: 1 }), lost)).toBeUndefined();
  });
});
