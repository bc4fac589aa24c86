import { describe, expect, it } from 'vitest';
import { makeRouter } from '../../src/model/index.ts';
import {
  explainTrace,
  explainWay,
  leavingOf,
  makePacket,
  newState,
  type Prepared,
  possibilities,
  walk,
} from '../../src/walk/index.ts';
import { example, preparedExample, preparedRouter } from './examples.ts';

const web = makePacket({ in: 'ether4', src: '192.168.0.10', dst: '8.8.8.8', srcPort: 40_000, dstPort: 443 });

describe('explaining the paper', () => {
  const read = () => preparedExample('paper/paper.rsc');
  const waysOf = (paper: Prepared) => possibilities(paper, web).scenarios[0]?.ways ?? [];

  it('says that ISP1 carries everything, whatever the hash says', () => {
    const paper = read();
    const [only, ...others] = waysOf(paper);
    expect(others).toEqual([]);
    expect(only?.share).toBeCloseTo(1, 12);
    const { answer } = explainWay(paper, only as NonNullable<typeof only>, 'en');
    expect(answer).toMatch(/^It leaves by ISP1 \(ether1\) as 10\.10\.10\.254, whatever the hash says: /);
    expect(answer).toContain('to_ISP1 has no active route → main decides');
    expect(answer).toContain('to_ISP2 has no active route → main decides');
  });

  it('says why both tables are empty, with the lines that are to blame', () => {
    const paper = read();
    const [only] = waysOf(paper);
    const { tables } = explainWay(paper, only as NonNullable<typeof only>, 'en');
    const texts = tables.map(({ text }) => text).join('\n');
    expect(texts).toContain(
      'to_ISP1: 0.0.0.0/0 via 10.111.0.1 is inactive. 10.111.0.1 lies in no connected network',
    );
    expect(texts).toContain(
      'to_ISP2: 0.0.0.0/0 via 172.16.0.1 is inactive. 172.16.0.1 lies in no connected network',
    );
    expect(tables.map(({ origin }) => origin?.span.start.line)).toEqual([32, 36, 33, 37]);
  });

  it('names the line of each step', () => {
    const paper = read();
    const trace = walk(paper, newState(), web);
    const { lines } = explainTrace(paper, trace, 'en');
    expect(lines.map(({ text }) => text)).toEqual([
      'It comes in by ether4.',
      'It begins a connection (new).',
      'mangle prerouting: PCC both-addresses:3 gives 1; marks the connection ISP1_conn.',
      'mangle prerouting: marks for table to_ISP1.',
      'Routed with routing mark to_ISP1 → table to_ISP1 has no active route for it; 0.0.0.0/0 in table main leads to 10.10.10.1 on ether1. 20.20.20.1 (paper.rsc:7) is not used. Same distance as 10.10.10.1 (paper.rsc:40): RouterOS uses one of them, not saying which; taken here: static before dhcp.',
      'nat srcnat: masquerades the connection.',
      'Its source 192.168.0.10:40000 becomes 10.10.10.254:40000.',
    ]);
    expect(lines.map(({ origin }) => origin?.span.start.line)).toEqual([
      undefined,
      undefined,
      23,
      25,
      40,
      11,
      undefined,
    ]);
  });

  it('says on request why rules did not match', () => {
    const paper = read();
    const trace = walk(paper, newState(), web, rule => rule.origin.span.start.line === 18);
    const { lines } = explainTrace(paper, trace, 'en');
    expect(lines.map(({ text }) => text)).toContain(
      'mangle prerouting: did not match, because in-interface=ether1 and it came in by ether4.',
    );
  });
});

describe('explaining the repaired gateway', () => {
  it('gives each uplink its share of boots', () => {
    const fixed = preparedExample('paper-fixed/paper-fixed.rsc');
    const ways = possibilities(fixed, web).scenarios[0]?.ways ?? [];
    expect(ways.map(({ trace }) => leavingOf(trace)?.out)).toEqual(['ether1', 'ether2']);
    expect(ways.map(({ share }) => share)).toEqual([expect.closeTo(2 / 3, 12), expect.closeTo(1 / 3, 12)]);
  });

  it('follows a masqueraded connection across a fault: v7 drops one packet, v6 leaves it stuck', () => {
    const v7 = ['paper-fixed/paper-fixed.rsc', ['moved', 'forwarded']] as const;
    const v6 = ['paper-fixed/paper-fixed-v6.rsc', ['stuck', 'stuck']] as const;
    for (const [file, endings] of [v7, v6]) {
      const state = newState();
      const dns = { ...web, protocol: 17, tcpFlags: 0 };
      const before = walk(preparedExample(file), state, dns);
      expect(leavingOf(before)?.out).toBe('ether1');
      const after = preparedExample(file, [{ interface: 'ether1', kind: 'upstream' }]);
      expect([walk(after, state, dns), walk(after, state, dns)].map(({ ending }) => ending.kind)).toEqual(
        endings,
      );
    }
  });

  it('knows the trap of v7: a marked packet to the router itself leaves by the uplink; on Linux it arrives', () => {
    const { router } = example('paper-fixed/paper-fixed.rsc');
    const marking = router.firewall.ipv4.mangle
      .filter(({ action }) => action.kind !== 'accept')
      .map(rule => ({ ...rule, matchers: rule.matchers.filter(({ kind }) => kind !== 'dst-address-type') }));
    const careless = makeRouter({
      ...router,
      firewall: { ...router.firewall, ipv4: { ...router.firewall.ipv4, mangle: marking } },
    });
    const own = makePacket({
      in: 'ether4',
      src: '192.168.0.10',
      dst: '192.168.0.1',
      srcPort: 40_000,
      dstPort: 22,
    });
    const endings = (['routeros', 'linux'] as const).map(
      engine => walk(preparedRouter(careless, [], { engine }), newState(), own).ending.kind,
    );
    expect(endings).toEqual(['forwarded', 'delivered']);
  });
});
