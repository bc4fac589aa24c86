import { describe, expect, it } from 'vitest';
import { answering, drops, forward, packet, series } from '../../../test/walk/conditions.ts';
import { read } from '../../../test/walk/read.ts';
import { explore, newState, walk } from '../index.ts';

// Matchers that counters, chance, a hash or nobody at all decides.

describe('nth and random', () => {
  it.each([
    ['nth=3,1', '100100'],
    ['nth=3,2', '010010'],
    ['nth=3,3', '001001'],
    ['nth=!3,1', '011011'],
  ])('%s → %s', (condition, expected) => {
    expect(series(condition, [0, 0, 0, 0, 0, 0])).toBe(expected);
  });

  it('nth, chosen → the turn that is chosen', () => {
    expect([0, 1, 2].map(turn => drops(forward('nth=3,2'), answering(turn)))).toEqual([false, true, false]);
  });

  /** The packet mark with which a packet can leave, where rules of prerouting take turns. */
  const marksLeft = (...rules: readonly string[]): (string | undefined)[] => {
    const text = rules.map(rule => `add chain=prerouting ${rule}\n`).join('');
    const office = read(`/ip firewall mangle\n${text}add chain=forward packet-mark=no-mark action=drop\n`);
    const ways = explore(choose => {
      const state = newState();
      state.choose = choose;
      return walk(office, state, packet());
    });
    return ways.outcomes.map(({ result }) =>
      result.steps
        .flatMap(one => (one.kind === 'rule' && 'mark' in one.rule.action ? [one.rule.action.mark] : []))
        .join(),
    );
  };
  const mark = (name: string, more = '') => `action=mark-packet new-packet-mark=${name} ${more}`;

  it('counters that see the same packets → exactly one of the turns', () => {
    expect(marksLeft(`nth=2,1 ${mark('a')}`, `nth=2,2 ${mark('b')}`).toSorted()).toEqual(['a', 'b']);
    expect(marksLeft(`nth=3,1 ${mark('a')}`, `nth=3,2 ${mark('b')}`).toSorted()).toEqual(['', 'a', 'b']);
  });

  it('a rule takes packets between them, they ask for other packets, or for what one changes → each its own turn', () => {
    const apart = ['', 'a', 'a,b', 'b'];
    expect(marksLeft(`nth=2,1 ${mark('a', 'passthrough=no')}`, `nth=2,2 ${mark('b')}`).toSorted()).toEqual([
      '',
      'a',
      'b',
    ]);
    expect(marksLeft(`nth=2,1 ${mark('a')}`, `nth=2,2 protocol=tcp ${mark('b')}`).toSorted()).toEqual(apart);
    expect(
      marksLeft(
        `nth=2,1 packet-mark=no-mark ${mark('a')}`,
        `nth=2,2 packet-mark=no-mark ${mark('b')}`,
      ).toSorted(),
    ).toEqual(['', 'a', 'b']);
    expect(
      marksLeft(`nth=2,1 ${mark('a')}`, 'protocol=udp action=accept', `nth=2,2 ${mark('b')}`).toSorted(),
    ).toEqual(apart);
  });

  it('random → about as often as it says, chosen: the first answer holds', () => {
    const hits = series(
      'random=30',
      Array.from({ length: 400 }, () => 0),
    );
    const share = hits.replaceAll('0', '').length / hits.length;
    expect(share).toBeGreaterThan(0.24);
    expect(share).toBeLessThan(0.36);
    const asked: unknown[] = [];
    expect(drops(forward('random=30'), answering(0, asked))).toBe(true);
    expect(asked).toEqual([[expect.any(Number), 2, { odds: [0.3, 0.7] }]]);
    expect(drops(forward('random=30'), answering(1))).toBe(false);
    expect(drops(forward('random=!30'), answering(1))).toBe(true);
  });
});

describe('what is open', () => {
  const question = (condition: string): unknown[] => {
    const asked: unknown[] = [];
    drops(forward(condition), answering(1, asked));
    return asked;
  };

  it('what the packet carries → asked of this packet, in the same words negated or not', () => {
    const about = { same: 'content=secret of packet 1', passing: true };
    expect(question('content=secret')).toEqual([[expect.any(Number), 2, about]]);
    expect(question('content=!secret')).toEqual([[expect.any(Number), 2, about]]);
  });

  it('what the host does → asked once for all packets', () => {
    const [[, , about]] = question('realm=5') as [[number, number, unknown]];
    expect(about).toEqual({ same: 'realm=5' });
  });

  it('nobody chooses → does not hold, negated or not', () => {
    expect(drops(forward('content=secret'), newState())).toBe(false);
    expect(drops(forward('content=!secret'), newState())).toBe(false);
  });
});

describe('per-connection-classifier', () => {
  const pcc = (remainder: string) => forward(`per-connection-classifier=src-address-and-port:${remainder}`);
  const ports = Array.from({ length: 60 }, (_, i) => 40_000 + i);
  const taken = (remainder: string) => {
    const prepared = pcc(remainder);
    return ports.filter(srcPort => drops(prepared, newState(), { srcPort }));
  };

  it('all remainders → each packet in one of them', () => {
    const all = ['3/0', '3/1', '3/2'].map(taken);
    expect(all.flat().sort()).toEqual(ports);
    expect(all.every(one => one.length > 5)).toBe(true);
  });

  it('a remainder that no hash has → never, whatever is chosen; negated always', () => {
    for (const remainder of ['3/3', '3/4']) {
      expect(taken(remainder)).toEqual([]);
      expect([3, 4].map(answer => drops(pcc(remainder), answering(answer)))).toEqual([false, false]);
      expect(
        drops(forward(`per-connection-classifier=!src-address-and-port:${remainder}`), answering(3)),
      ).toBe(true);
    }
    expect(drops(pcc('3/2'), answering(2))).toBe(true);
  });

  it('another seed → other buckets', () => {
    const prepared = pcc('2/0');
    const by = (seed: number) =>
      ports
        .map(srcPort => {
          const state = newState();
          state.seed = seed;
          return drops(prepared, state, { srcPort }) ? 1 : 0;
        })
        .join('');
    expect(by(1)).not.toBe(by(2));
    expect(by(1)).toBe(by(1));
  });

  it('two rules of one kind → asked once per packet, with what is hashed', () => {
    const prepared = read(
      '/ip firewall filter\nadd chain=forward per-connection-classifier=src-address:2/0 action=drop\nadd chain=forward per-connection-classifier=src-address:2/1 action=drop\n',
    );
    const asked: unknown[] = [];
    expect(drops(prepared, answering(1, asked))).toBe(true);
    expect(asked).toEqual([
      [
        expect.any(Number),
        2,
        {
          same: expect.stringMatching(/^pcc:2 ./),
          hash: expect.objectContaining({
            kind: 'src-address',
            denominator: 2,
            packet: { src: 0xc0a8000a, dst: 0x08080808, protocol: 6, srcPort: 40_000, dstPort: 443 },
          }),
        },
      ],
    ]);
  });

  it('a rule that matched → its bucket is said', () => {
    const trace = walk(pcc('1/0'), newState(), packet());
    expect(trace.steps.find(({ kind }) => kind === 'rule')).toMatchObject({
      bucket: { fields: 'src-address-and-port', denominator: 1, bucket: 0 },
    });
  });
});

describe('what the user has settled', () => {
  const limited = (assume: Readonly<Record<string, string>>) =>
    drops(forward('limit=1,5:packet', { assume }), newState());

  it.each<[Readonly<Record<string, string>>, boolean]>([
    [{}, true],
    [{ limit: 'below' }, true],
    [{ limit: 'above' }, false],
    [{ 'limit@9': 'above' }, false],
    [{ 'limit@10': 'above' }, true],
    [{ 'limit@9': 'below', limit: 'above' }, true],
    [{ limit: 'sideways' }, true],
    [{ content: 'above' }, true],
  ])('%j → holds: %s', (assume, holds) => {
    expect(limited(assume)).toBe(holds);
  });

  it('a choice that the user has settled → is not asked', () => {
    const state = newState();
    state.choose = () => expect.unreachable('it is settled');
    expect(drops(forward('limit=1,5:packet', { assume: { limit: 'above' } }), state)).toBe(false);
  });
});
