import { describe, expect, it } from 'vitest';
import { readRouterOs } from '../../src/rsc/index.ts';
import { caseText, proofOf, readCase } from './read.ts';

describe('loops of the text', () => {
  it('for-loop-builds-nat.rsc: addresses, NAT and routes of a loop → each at its line, and no leak', () => {
    const { router } = readCase('for-loop-builds-nat.rsc');
    const places = [router.addresses.slice(1), router.firewall.ipv4.nat, router.routes].map(items =>
      items.map(({ origin }) => origin.span.start.line),
    );
    expect(places).toEqual([
      [8, 8],
      [9, 9],
      [10, 10],
    ]);
    expect(router.routes.map(({ gateways: [gateway], distance }) => [gateway?.address, distance])).toEqual([
      ['10.10.1.1', 1],
      ['10.10.2.1', 2],
    ]);
    // The gateways are checked, what lies behind them is not: true of the text, and nothing leaks.
    expect(
      proofOf('for-loop-builds-nat.rsc').violations.map(one => [one.invariant, one.fault?.kind]),
    ).toEqual([['lan-reaches-internet', 'upstream']]);
    const { counts } = readRouterOs(caseText('for-loop-builds-nat.rsc'), { file: 'x.rsc' });
    expect(counts).toMatchObject({ statements: 7, modelled: 7, notEvaluated: 0 });
  });
});
