import { describe, expect, it } from 'vitest';
import { read } from '../../../test/walk/read.ts';
import { type FirewallRule, rulesOf } from '../../model/index.ts';
import { type Ipv4Prefix, ipv4ToNumber } from '../../net/index.ts';
import type { RibRoute } from '../../rib/index.ts';
import type { Ending, Trace } from '../../walk/index.ts';
import type { Direction } from '../classes/classes.ts';
import { badly, byLan, byWan, ended, fromLan, fromWan, host, peer } from '../testing/index.ts';
import { invariantNames } from './breach.ts';
import { endsWell, invariantsOf, isAdmitted, judge } from './invariants.ts';

const office = () => read('');
const someRule = (): FirewallRule => {
  const [rule] = rulesOf(office().router, 'ipv4');
  if (!rule) throw new Error('the office has a rule');
  return rule;
};
const dropped = (): Ending => ({ kind: 'dropped', rule: someRule() });
const rejected = (): Ending => ({ kind: 'rejected', rule: someRule(), with: 'tcp-reset' });
const heldBack = (): Ending => ({ kind: 'held-back', origin: someRule().origin });
const encrypted = (): Ending => ({ kind: 'encrypted', origin: someRule().origin });
const nowhere = { kind: 'no-route' } as const;
const delivered = { kind: 'delivered' } as const;

const routeTo = (destination: Ipv4Prefix): RibRoute => {
  const [route] = office().rib.routes;
  if (!route) throw new Error('the office has a route');
  return { ...route, destination };
};
const discarded = (destination?: Ipv4Prefix): Ending => ({
  kind: 'discarded',
  type: 'blackhole',
  ...(destination && { route: routeTo(destination) }),
});

const judged = (direction: Direction, first: Trace, answer?: Trace, later?: Trace) =>
  judge(office(), { direction, packet: first.packet }, { first, answer, later });

const out = ended(fromLan(), byWan());
/** What came back from the Internet, and the next packet of the LAN's host. */
const back = (ending: Ending): Trace => ended(fromWan(), ending);
const next = (ending: Ending): Trace => ended(fromLan({ tcpFlags: 16 }), ending);

describe('invariantsOf', () => {
  it('every direction → at least one invariant, all of them known', () => {
    const directions: readonly Direction[] = [
      'lan-to-internet',
      'lan-to-lan',
      'lan-to-router',
      'lan-to-forward',
      'lan-to-policy',
      'wan-to-router',
      'wan-to-elsewhere',
    ];
    for (const direction of directions) {
      expect(invariantsOf(direction).length).toBeGreaterThan(0);
      expect(invariantNames).toEqual(expect.arrayContaining([...invariantsOf(direction)]));
    }
    expect(invariantsOf('lan-to-forward')).toEqual(['forward-works-inside']);
    expect(invariantsOf('wan-to-router')).toEqual(invariantsOf('wan-to-elsewhere'));
  });
});

describe('loops and leaks', () => {
  const directions = ['lan-to-internet', 'lan-to-lan', 'lan-to-router'] as const;

  it('ESP of a LAN host with a private source → nothing: such tunnels begin in the router', () => {
    const first = ended(fromLan({ protocol: 50 }), badly('leaked'));
    expect(judged('lan-to-internet', first)).toBeUndefined();
  });

  it.each(directions)('%s: by the WAN that it came from, or with a private source → wrong', direction => {
    // What goes to another destination than was asked is neither transit nor astray.
    for (const [kind, invariant] of [
      ['looped', 'nothing-loops'],
      ['leaked', 'nothing-leaks'],
    ] as const) {
      const first = ended(fromLan(), badly(kind, { dst: '9.9.9.9' }));
      expect(judged(direction, first)).toEqual({ invariant, breach: { kind: 'packet' }, trace: first });
    }
  });

  it('a packet to a third party that loops → said as transit; to another LAN → as astray', () => {
    const third = ended(fromWan({ dst: peer }), badly('looped'));
    expect(judged('wan-to-elsewhere', third)?.breach.kind).toBe('transit');
    const astray = ended(fromLan({ dst: peer }), badly('leaked'));
    expect(judged('lan-to-lan', astray)?.breach.kind).toBe('to-lan');
    expect(judged('lan-to-router', astray)?.breach.kind).toBe('to-router');
  });
});

describe('from a LAN to the Internet', () => {
  it('it leaves, the answer comes home, the next packet goes the same way → holds', () => {
    expect(judged('lan-to-internet', out, back(byLan()), next(byWan()))).toBeUndefined();
  });

  it('nowhere to go → lan-reaches-internet', () => {
    for (const ending of [
      nowhere,
      discarded('0.0.0.0/0'),
      { kind: 'expired' } as const,
      byLan({ dst: peer }),
    ]) {
      const first = ended(fromLan(), ending);
      expect(judged('lan-to-internet', first)).toEqual({
        invariant: 'lan-reaches-internet',
        breach: { kind: 'outbound' },
        trace: first,
      });
    }
  });

  it('refused by a rule, by a route for that destination, taken by the router → policy', () => {
    for (const ending of [
      dropped(),
      rejected(),
      heldBack(),
      encrypted(),
      discarded('1.0.0.0/24'),
      discarded(),
      delivered,
    ]) {
      const first = ended(fromLan(), ending);
      expect(judged('lan-to-internet', first, back(nowhere), next(nowhere))).toBeUndefined();
      expect(endsWell(first)).toBe(true);
    }
  });

  it('the answer goes to another port, another host or nowhere → answer-returns', () => {
    for (const ending of [byLan({}, 'ether3'), byLan({ dst: '192.168.0.3' }), nowhere, dropped()]) {
      const answer = back(ending);
      expect(judged('lan-to-internet', out, answer, next(byWan()))).toEqual({
        invariant: 'answer-returns',
        breach: { kind: 'answer' },
        trace: answer,
      });
    }
  });

  it('the next packet goes by another WAN, with another source, or nowhere → connection-stays', () => {
    for (const ending of [byWan({}, 'ether3'), byWan({ src: '10.0.0.3' }), nowhere]) {
      const later = next(ending);
      expect(judged('lan-to-internet', out, back(byLan()), later)).toEqual({
        invariant: 'connection-stays',
        breach: { kind: 'later', out: 'ether1' },
        trace: later,
      });
    }
  });

  it("another router of one's own takes it on → it gets there", () => {
    const first = ended(fromLan(), {
      ...byLan({ dst: peer }),
      gateway: ipv4ToNumber('192.168.0.71'),
    } as Ending);
    expect(endsWell(first)).toBe(true);
  });

  it('no answer or no next packet was walked → nothing more to judge', () => {
    expect(judged('lan-to-internet', out, undefined, next(nowhere))).toBeUndefined();
    expect(judged('lan-to-internet', out, back(nowhere))).toBeUndefined();
  });

  it("a rule sends it to a host of one's own → judged as a port forward", () => {
    const redirected = ended(fromLan(), byLan({ src: host, dst: '192.168.0.9' }));
    expect(judged('lan-to-internet', redirected)).toMatchObject({
      invariant: 'forward-works-inside',
      breach: { kind: 'forward', to: ipv4ToNumber(peer) },
    });
    const elsewhere = ended(fromLan(), byWan({ dst: '9.9.9.9' }));
    expect(judged('lan-to-internet', elsewhere, back(byLan()), next(byWan()))).toBeUndefined();
  });
});

describe('from a WAN', () => {
  const asked = fromWan();
  const reply = (ending: Ending) => ended(fromLan({ in: undefined, src: '10.0.0.2' }), ending);
  const home = byWan({ src: '10.0.0.2', dst: peer });

  it.each(['wan-to-router', 'wan-to-elsewhere'] as const)(
    '%s: answered by the same uplink → holds',
    direction => {
      expect(judged(direction, ended(asked, delivered), reply(home))).toBeUndefined();
      expect(judged(direction, ended(asked, delivered))).toBeUndefined();
    },
  );

  it.each(['wan-to-router', 'wan-to-elsewhere'] as const)(
    '%s: answered by another uplink, under another address, or not at all → answer-leaves-as-it-came',
    direction => {
      for (const first of [ended(asked, delivered), ended(asked, byLan({ dst: '192.168.0.9' }))])
        for (const ending of [byWan({}, 'ether3'), byWan({ src: '10.0.0.3' }), nowhere]) {
          const answer = reply(ending);
          expect(judged(direction, first, answer)).toMatchObject({
            invariant: 'answer-leaves-as-it-came',
            breach: { kind: 'inbound', to: ipv4ToNumber('10.0.0.2'), in: 'ether1' },
            trace: answer,
          });
        }
    },
  );

  it('a rule refuses the packet or the answer → policy', () => {
    expect(judged('wan-to-router', ended(asked, delivered), reply(dropped()))).toBeUndefined();
    expect(judged('wan-to-router', ended(asked, delivered), reply(rejected()))).toBeUndefined();
    expect(judged('wan-to-router', ended(asked, dropped()), reply(nowhere))).toBeUndefined();
  });
});

describe('inside', () => {
  it('port forwards are asked of what a LAN sends to them only', () => {
    const forwarded = ended(fromLan({ dst: '10.0.0.2' }), byLan({ src: host, dst: '192.168.0.9' }));
    expect(judged('lan-to-forward', forwarded)?.breach.kind).toBe('forward');
    expect(judged('lan-to-forward', ended(fromLan(), badly('leaked')))).toBeUndefined();
  });
});

describe('isAdmitted', () => {
  const asked = fromLan({ dst: '192.168.0.1', dstPort: 22 });
  const answer = (ending: Ending) => ended(fromLan({ in: undefined }), ending);

  it('the router takes it and answers where it came from → admitted', () => {
    expect(isAdmitted({ first: ended(asked, delivered), answer: answer(byLan()) })).toBe(true);
  });

  it('no answer, one that goes elsewhere, or not taken → not admitted', () => {
    expect(isAdmitted({ first: ended(asked, delivered) })).toBe(false);
    expect(isAdmitted({ first: ended(asked, delivered), answer: answer(nowhere) })).toBe(false);
    expect(isAdmitted({ first: ended(asked, delivered), answer: answer(byLan({}, 'ether3')) })).toBe(false);
    expect(isAdmitted({ first: ended(asked, byLan()), answer: answer(byLan()) })).toBe(false);
  });
});
