import { describe, expect, it } from 'vitest';
import { answering, drops, forward, packet, series } from '../../../test/walk/conditions.ts';
import {
  answerTo,
  leavingOf,
  makePacket,
  newState,
  type PacketParts,
  type Prepared,
  type WalkState,
  walk,
} from '../index.ts';

// Matchers that depend on what came before.

describe('limit', () => {
  it('packets → the burst at once, then at the rate', () => {
    expect(series('limit=1,2:packet', [0, 0, 0, 999, 1000, 1000])).toBe('110010');
    expect(series('limit=!1,2:packet', [0, 0, 0, 999, 1000])).toBe('00110');
  });

  it('a long pause → no more than the burst', () => {
    expect(series('limit=1,2:packet', [0, 60_000, 60_000, 60_000])).toBe('1110');
  });

  it('no burst → one at least', () => {
    expect(series('limit=1,0:packet', [0, 0, 1000])).toBe('101');
  });

  it('bits → the size of each packet counts', () => {
    const sizes = (...list: readonly number[]) => list.map(size => ({ size }));
    // 8000 bits a second and 800 at once: 1100 bytes.
    expect(series('limit=8000,800:bit', [0, 0, 0], sizes(1000, 100, 1))).toBe('110');
    expect(series('limit=8000,800:bit', [0, 0], sizes(1101, 1100))).toBe('01');
    expect(series('limit=8000,800:bit', [0, 500, 500], sizes(1100, 501, 500))).toBe('101');
  });

  it.each([
    ['limit=1,2:packet', true],
    ['limit=!1,2:packet', false],
  ])('%s, chosen → below holds, above does not', (condition, below) => {
    const prepared = forward(condition);
    expect(drops(prepared, answering(0))).toBe(below);
    expect(drops(prepared, answering(1))).toBe(!below);
  });
});

describe('dst-limit', () => {
  const to = (...list: readonly Partial<PacketParts>[]) => list;
  const a = { dst: '8.8.8.8' } as const;
  const b = { dst: '9.9.9.9' } as const;
  const other = { src: '192.168.0.11' } as const;
  const now = [0, 0, 0, 0];

  it.each<[string, readonly Partial<PacketParts>[], string]>([
    ['dst-address', to(a, b, a, { ...a, ...other, dstPort: 80 }), '1100'],
    ['src-address', to(a, { ...a, ...other }, b, { ...b, ...other }), '1100'],
    ['dst-address-and-port', to(a, { ...a, dstPort: 80 }, { ...a, ...other }, b), '1101'],
    ['src-and-dst-addresses', to(a, { ...a, ...other }, { ...a, dstPort: 80 }, b), '1101'],
    ['addresses-and-dst-port', to(a, { ...a, ...other }, { ...a, dstPort: 80 }, a), '1110'],
  ])('by %s → packets with the same key share a bucket', (key, parts, expected) => {
    expect(series(`dst-limit=1,1,${key}`, now, parts)).toBe(expected);
    const opposite = expected.replace(/./g, bit => (bit === '1' ? '0' : '1'));
    expect(series(`dst-limit=!1,1,${key}`, now, parts)).toBe(opposite);
  });

  it('by port, of a protocol without → the address alone counts', () => {
    const icmp = (icmpId: number, dstPort: number) => ({ protocol: 'icmp', icmpId, dstPort });
    expect(series('dst-limit=1,1,dst-address-and-port', [0, 0], to(icmp(1, 1), icmp(2, 2)))).toBe('10');
  });

  it('its rate → refills; idle for its time → full again', () => {
    expect(series('dst-limit=1,1,dst-address', [0, 999, 1000])).toBe('101');
    // One a minute and two at once; forgotten after five seconds.
    expect(series('dst-limit=1/1m,2,dst-address/5s', [0, 0, 0, 4999, 9999])).toBe('11001');
    expect(series('dst-limit=1/1m,2,dst-address/5s', [0, 0, 4999])).toBe('110');
    expect(series('dst-limit=1/1m,1,dst-address', [0, 9999, 19_999])).toBe('101');
  });

  it('no burst → one at least', () => {
    expect(series('dst-limit=1,0,dst-address', [0, 0])).toBe('10');
  });

  it('chosen → below holds, above does not, whatever came before', () => {
    const prepared = forward('dst-limit=1,1,dst-address');
    const state = newState();
    expect([drops(prepared, state), drops(prepared, state)]).toEqual([true, false]);
    state.choose = () => 0;
    expect(drops(prepared, state)).toBe(true);
    expect(drops(forward('dst-limit=1,1,dst-address'), answering(0))).toBe(true);
    expect(drops(forward('dst-limit=1,1,dst-address'), answering(1))).toBe(false);
    expect(drops(forward('dst-limit=!1,1,dst-address'), answering(1))).toBe(true);
  });
});

describe('connection-limit', () => {
  const source = (src: '192.168.0.10' | '192.168.0.11' | '192.168.0.16') => ({ src });
  const [ten, eleven, sixteen] = [source('192.168.0.10'), source('192.168.0.11'), source('192.168.0.16')];

  it('more connections of an address than it says → holds', () => {
    expect(series('connection-limit=1,32', [0, 0, 0], [ten, eleven, ten])).toBe('001');
    // What is dropped never was a connection.
    expect(series('connection-limit=!1,32', [0, 0], [ten, ten])).toBe('11');
  });

  it('a network → its addresses count together', () => {
    expect(series('connection-limit=1,28', [0, 0, 0], [ten, sixteen, eleven])).toBe('001');
    expect(series('connection-limit=1,0', [0, 0], [ten, sixteen])).toBe('01');
  });

  it('connections that have ended → count no more', () => {
    expect(series('connection-limit=1,32', [0, 4999])).toBe('01');
    expect(series('connection-limit=1,32', [0, 5000])).toBe('00');
  });

  it('later packets of one connection → count once', () => {
    const [prepared, state] = [forward('connection-limit=1,32'), newState()];
    expect([drops(prepared, state), drops(prepared, state)]).toEqual([false, false]);
  });

  it('chosen → above holds', () => {
    expect(drops(forward('connection-limit=1,32'), answering(0))).toBe(false);
    expect(drops(forward('connection-limit=1,32'), answering(1))).toBe(true);
    expect(drops(forward('connection-limit=!1,32'), answering(1))).toBe(false);
  });
});

/** A connection whose first packet came through, and a later packet of it. */
function later(prepared: Prepared, state: WalkState, first: Partial<PacketParts> = {}): boolean {
  expect(walk(prepared, state, packet(first)).ending.kind).toBe('forwarded');
  return drops(prepared, state, { tcpFlags: 2 });
}

describe('connection-rate', () => {
  it.each([
    ['connection-rate=0-100k', true],
    ['connection-rate=1k-100k', false],
    ['connection-rate=!1k-100k', true],
    ['connection-rate=!0-100k', false],
  ])('%s, the first packet → no speed yet, and nobody is asked', (condition, holds) => {
    const asked: unknown[] = [];
    expect(drops(forward(condition), answering(holds ? 0 : 1, asked))).toBe(holds);
    expect(asked).toEqual([]);
  });

  it('a later packet → what is chosen, asked once per packet', () => {
    const prepared = forward('connection-rate=1k-100k');
    const asked: unknown[] = [];
    const state = answering(1, asked);
    expect(later(prepared, state)).toBe(true);
    expect(asked).toEqual([
      [expect.any(Number), 2, { same: 'connection-rate 1000-100000 of packet 2', passing: true }],
    ]);
    expect(later(prepared, answering(0))).toBe(false);
    expect(later(forward('connection-rate=!0-100k'), answering(0))).toBe(true);
  });

  it('a later packet, nobody chooses → as without speed', () => {
    expect(later(forward('connection-rate=1k-100k'), newState())).toBe(false);
  });

  it.each(['connection-rate=0-100k', 'connection-bytes=0-100', 'connection-limit=!9,32'])(
    '%s, a packet without a connection → does not hold, negated or not',
    condition => {
      const state = newState();
      expect(drops(forward(condition), state, { tcpFlags: 16 | 2 })).toBe(false);
      expect(drops(forward(condition.replace(/=!?/, '=!')), state, { tcpFlags: 16 | 2 })).toBe(false);
    },
  );
});

describe('connection-bytes', () => {
  it.each([
    ['connection-bytes=60-100', [60, 100], [59, 101]],
    ['connection-bytes=!60-100', [59, 101], [60, 100]],
    ['connection-bytes=60-0', [60, 100_000], [59]],
  ])('%s, the first packet → its size', (condition, holds, fails) => {
    const test = (size: number) => drops(forward(condition), newState(), { size });
    expect([holds.filter(size => !test(size)), fails.filter(test)]).toEqual([[], []]);
  });

  it('a later packet → what is chosen, unless the range is passed', () => {
    const prepared = forward('connection-bytes=100-200');
    const asked: unknown[] = [];
    expect(later(prepared, answering(1, asked), { size: 60 })).toBe(true);
    expect(asked).toEqual([
      [expect.any(Number), 2, { same: 'connection-bytes 100-200 of packet 2', passing: true }],
    ]);
    expect(later(prepared, answering(0), { size: 60 })).toBe(false);
    expect(later(forward('connection-bytes=!100-200'), answering(0), { size: 100 })).toBe(true);
    expect(later(prepared, answering(1), { size: 201 })).toBe(false);
  });

  it('nobody chooses → what was counted', () => {
    expect(later(forward('connection-bytes=120-0'), newState(), { size: 60 })).toBe(true);
    expect(later(forward('connection-bytes=121-0'), newState(), { size: 60 })).toBe(false);
  });
});

describe('connection-state and connection-nat-state', () => {
  const nat =
    '/ip firewall nat\nadd chain=dstnat in-interface=ether1 protocol=tcp dst-port=80 action=dst-nat to-addresses=192.168.0.10\n';

  /** Are the answers to a connection through the LAN and to one from outside dropped? */
  function answers(condition: string): readonly boolean[] {
    const prepared = forward(condition, {}, nat);
    const answered = (parts: Partial<PacketParts>) => {
      const state = newState();
      const left = leavingOf(walk(prepared, state, packet(parts)));
      if (!left) throw new Error('dropped too early');
      const received = makePacket({
        src: left.src.address,
        srcPort: left.src.port,
        dst: left.dst.address,
        dstPort: left.dst.port,
      });
      return walk(prepared, state, answerTo(received, left.out)).ending.kind === 'dropped';
    };
    return [answered({}), answered({ in: 'ether1', src: '9.9.9.9', dst: '10.0.0.2', dstPort: 80 })];
  }

  it.each([
    ['connection-state=established', [true, true]],
    ['connection-state=!established,new', [false, false]],
    ['connection-state=established,related', [true, true]],
    ['connection-state=invalid', [false, false]],
    ['connection-state=established connection-nat-state=dstnat', [false, true]],
    ['connection-state=established connection-nat-state=srcnat', [true, false]],
    ['connection-state=established connection-nat-state=srcnat,dstnat', [true, true]],
    ['connection-state=established connection-nat-state=!srcnat', [false, true]],
    ['connection-state=established connection-nat-state=!dstnat', [true, false]],
  ])('%s → %j', (condition, expected) => {
    expect(answers(condition)).toEqual(expected);
  });

  it('no connection → no state of translation, negated or not', () => {
    expect(drops(forward('connection-nat-state=!dstnat'), newState(), { tcpFlags: 18 })).toBe(false);
    expect(drops(forward('connection-state=invalid'), newState(), { tcpFlags: 18 })).toBe(true);
    expect(drops(forward('connection-mark=no-mark'), newState(), { tcpFlags: 18 })).toBe(false);
    expect(drops(forward('connection-mark=!no-mark'), newState(), { tcpFlags: 18 })).toBe(false);
    expect(drops(forward('connection-mark=no-mark'), newState())).toBe(true);
  });
});
