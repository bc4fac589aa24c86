import { describe, expect, it } from 'vitest';
import { answerOf, read } from '../../../test/walk/read.ts';
import {
  leavingOf,
  makePacket,
  newState,
  type Packet,
  type PacketParts,
  type Trace,
  tcpFlagBits,
  type WalkState,
  walk,
} from '../index.ts';

const { syn, ack, fin, rst } = tcpFlagBits;
const base = { in: 'ether2', src: '192.168.0.10', dst: '8.8.8.8', srcPort: 40_000, dstPort: 443 } as const;
const office = () => read('');
const packet = (parts: Partial<PacketParts> = {}) => makePacket({ ...base, ...parts });
const send = (state: WalkState, one: Packet): Trace => walk(office(), state, one);

/** State, direction and number of the connection. */
function tracked(trace: Trace) {
  const step = trace.steps.find(({ kind }) => kind === 'tracked');
  return step?.kind === 'tracked' ? `${step.state}${step.reply ? ' reply' : ''} ${step.connection}` : 'none';
}

describe('tracking of TCP', () => {
  it('flags that no sender combines → invalid; so is what belongs to nothing', () => {
    const first = (tcpFlags: number) => tracked(send(newState(), packet({ tcpFlags })));
    expect([first(syn), first(syn | fin), first(0), first(rst), first(syn | ack)]).toEqual([
      'new 1',
      'invalid 0',
      'invalid 0',
      'invalid 0',
      'invalid 0',
    ]);
  });

  it('midway → a connection only where tracking is loose', () => {
    expect(tracked(send(newState(), packet({ tcpFlags: ack })))).toBe('new 1');
    const strict = read('/ip firewall connection tracking\nset loose-tcp-tracking=no\n');
    expect(tracked(walk(strict, newState(), packet({ tcpFlags: ack })))).toBe('invalid 0');
    expect(tracked(walk(strict, newState(), packet()))).toBe('new 1');
  });

  it('tracking off → nothing has a connection', () => {
    const off = read('/ip firewall connection tracking\nset enabled=no\n');
    expect(tracked(walk(off, newState(), packet()))).toBe('untracked 0');
  });

  it('answered → established; a SYN again before it → still new', () => {
    const state = newState();
    const first = send(state, packet());
    expect(tracked(send(state, packet()))).toBe('new 1');
    expect(tracked(send(state, answerOf(first)))).toBe('established reply 1');
    expect(tracked(send(state, packet({ tcpFlags: ack })))).toBe('established 1');
  });

  it('a segment that does not belong there → invalid, and the connection stays', () => {
    const state = newState();
    const first = send(state, packet());
    expect(tracked(send(state, { ...answerOf(first), ...{ tcpFlags: fin | ack } }))).toBe('invalid 0');
    expect(tracked(send(state, answerOf(first)))).toBe('established reply 1');
  });

  it('a SYN behind its end → another connection, in the direction of the SYN', () => {
    const state = newState();
    const first = send(state, packet());
    send(state, answerOf(first));
    send(state, packet({ tcpFlags: ack }));
    expect(tracked(send(state, packet({ tcpFlags: rst })))).toBe('established 1');
    expect(tracked(send(state, packet()))).toBe('new 2');
    expect(state.connections.size).toBe(1);
  });
});

describe('how long a connection is remembered', () => {
  const minute = 60_000;

  /** Is it known so many ms after its last packet? */
  const knownAfter = (
    ms: number,
    parts: Partial<PacketParts>,
    answers: number,
    last?: Partial<PacketParts>,
  ) => {
    const state = newState();
    const first = send(state, packet(parts));
    for (let i = 0; i < answers; i++) send(state, answerOf(first));
    if (last) send(state, packet({ ...parts, ...last }));
    state.nowMs = ms;
    return tracked(send(state, packet({ ...parts, ...last }))).endsWith(' 1');
  };

  it.each<[string, number, Partial<PacketParts>, number, Partial<PacketParts>?]>([
    ['TCP, only a SYN', 5000, {}, 0],
    ['TCP, established', 24 * 60 * minute, {}, 1, { tcpFlags: ack }],
    ['UDP', 10_000, { protocol: 'udp' }, 0],
    ['UDP, answered', 3 * minute, { protocol: 'udp' }, 1],
    ['ICMP', 10_000, { protocol: 'icmp' }, 0],
    ['GRE', 10 * minute, { protocol: 'gre' }, 0],
    ['GRE, answered', 10 * minute, { protocol: 'gre' }, 1],
  ])('%s → %i ms', (_, ms, parts, answers, last) => {
    expect(knownAfter(ms - 1, parts, answers, last)).toBe(true);
    expect(knownAfter(ms, parts, answers, last)).toBe(false);
  });
});

describe('tracking of ICMP', () => {
  const icmp = (icmpType: number, icmpId = 1) => packet({ protocol: 'icmp', icmpType, icmpId });

  it.each([
    [8, 0],
    [13, 14],
    [15, 16],
    [17, 18],
  ])('query %i → a connection, its answer %i belongs to it, others do not', (query, answer) => {
    const state = newState();
    const first = send(state, icmp(query));
    expect(tracked(first)).toBe('new 1');
    expect(tracked(send(state, { ...answerOf(first), ...{ icmpType: (answer + 2) % 20 } }))).toBe(
      'invalid 0',
    );
    expect(tracked(send(state, { ...answerOf(first), ...{ icmpId: 2 } }))).toBe('invalid 0');
    expect(tracked(send(state, answerOf(first)))).toBe('established reply 1');
    expect(tracked(send(state, icmp(query)))).toBe('established 1');
    expect(tracked(send(state, icmp(query, 2)))).toBe('new 2');
  });

  it('an answer without a question, or a type that is neither → invalid', () => {
    expect([0, 14, 16, 18, 9, 30].map(type => tracked(send(newState(), icmp(type))))).toEqual(
      Array.from({ length: 6 }, () => 'invalid 0'),
    );
  });

  it.each([3, 4, 5, 11, 12])('error %i → related to the connection of what it quotes', icmpType => {
    const state = newState();
    const first = send(state, packet());
    const left = leavingOf(first);
    const quotes = { ...first.packet, src: left?.src.address ?? 0, srcPort: left?.src.port ?? 0 };
    const error = (parts: Partial<PacketParts>) =>
      makePacket({
        in: 'ether1',
        src: '9.9.9.9',
        dst: '10.0.0.2',
        protocol: 'icmp',
        icmpType,
        ...parts,
      });
    const trace = send(state, error({ quotes }));
    expect(tracked(trace)).toBe('related reply 1');
    // The router that made the error stays its source; it goes to whom the packet came from.
    expect(trace.ending).toMatchObject({
      kind: 'forwarded',
      out: 'ether2',
      src: { address: 0x09090909 },
      dst: { address: 0xc0a8000a },
    });
    expect(tracked(send(state, error({ quotes: { ...quotes, dstPort: 444 } })))).toBe('invalid 0');
    expect(tracked(send(state, error({})))).toBe('invalid 0');
  });

  it('an error about the answer → related, in the direction of the first packet', () => {
    const state = newState();
    const first = send(state, packet());
    const answer = answerOf(first);
    const delivered = leavingOf(send(state, answer));
    const quotes = { ...answer, dst: delivered?.dst.address ?? 0 };
    const error = makePacket({ ...base, protocol: 'icmp', icmpType: 3, quotes });
    const trace = send(state, error);
    expect(tracked(trace)).toBe('related 1');
    expect(trace.ending).toMatchObject({ out: 'ether1', src: { address: 0x0a000002 } });
  });
});
