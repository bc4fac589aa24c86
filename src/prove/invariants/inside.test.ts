import { describe, expect, it } from 'vitest';
import { read, smallOffice } from '../../../test/walk/read.ts';
import type { FirewallRule } from '../../model/index.ts';
import { noOrigin, rulesOf } from '../../model/index.ts';
import { ipv4ToNumber } from '../../net/index.ts';
import { assumedWorld } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import type { Ending } from '../../walk/index.ts';
import { prove } from '../prove.ts';
import { violationText } from '../say.ts';
import { byLan, byWan, ended, fromLan, host } from '../testing/index.ts';
import { judgeBetweenLans, judgeForward, judgeToHost, judgeToRouter } from './inside.ts';

const office = () => read('/ip address\nadd address=192.168.7.1/24 interface=ether3\n');
const someRule = (): FirewallRule => {
  const [rule] = rulesOf(office().router, 'ipv4');
  if (!rule) throw new Error('the office has a rule');
  return rule;
};
const dropped = (): Ending => ({ kind: 'dropped', rule: someRule() });
const rejected = (): Ending => ({ kind: 'rejected', rule: someRule(), with: 'icmp-admin-prohibited' });

describe('judgeBetweenLans', () => {
  const other = '192.168.7.2';
  const asked = fromLan({ dst: other });
  const back = fromLan({ in: 'ether3', src: other, dst: host });
  const home = byLan({ src: other, dst: host });
  const arrives = ended(asked, byLan({ src: host, dst: other }, 'ether3'));

  it('it arrives, and so does the answer → holds', () => {
    expect(judgeBetweenLans(office(), { first: arrives, answer: ended(back, home) })).toBeUndefined();
    expect(judgeBetweenLans(office(), { first: arrives })).toBeUndefined();
  });

  it('it leaves by a WAN → to-lan', () => {
    const first = ended(asked, byWan({ dst: other }));
    expect(judgeBetweenLans(office(), { first })).toEqual({
      invariant: 'lan-reaches-lan',
      breach: { kind: 'to-lan', from: 'ether2' },
      trace: first,
    });
  });

  it('a rule gave it another destination, or refuses it → policy', () => {
    for (const ending of [byWan({ dst: '1.2.3.4' }), dropped(), { kind: 'no-route' } as const])
      expect(judgeBetweenLans(office(), { first: ended(asked, ending) })).toBeUndefined();
  });

  it('the answer leaves by a WAN → from-lan', () => {
    const answer = ended(back, byWan({ dst: host }));
    expect(judgeBetweenLans(office(), { first: arrives, answer })).toEqual({
      invariant: 'lan-reaches-lan',
      breach: { kind: 'from-lan', from: 'ether2' },
      trace: answer,
    });
  });
});

describe('judgeToRouter', () => {
  const self = '192.168.0.1';
  const asked = fromLan({ dst: self, dstPort: 53, protocol: 17 });
  const taken = ended(asked, { kind: 'delivered' });
  const back = fromLan({ in: undefined, src: self, dst: host });

  it('taken, and answered to the LAN → holds', () => {
    expect(judgeToRouter({ first: taken, answer: ended(back, byLan({ src: self })) })).toBeUndefined();
    expect(judgeToRouter({ first: taken })).toBeUndefined();
  });

  it('it leaves the router → to-router', () => {
    const first = ended(asked, byWan({ dst: self }));
    expect(judgeToRouter({ first })).toEqual({
      invariant: 'lan-reaches-router',
      breach: { kind: 'to-router', from: 'ether2' },
      trace: first,
    });
  });

  it('it leaves to another destination, or a rule refuses it → policy', () => {
    const answer = ended(back, byWan({ dst: host }));
    for (const ending of [byWan({ dst: '9.9.9.9' }), dropped()])
      expect(judgeToRouter({ first: ended(asked, ending), answer })).toBeUndefined();
  });

  it('the answer goes elsewhere or nowhere → from-router; refused by a rule → policy', () => {
    for (const ending of [byWan({ dst: host }), byLan({}, 'ether3'), { kind: 'no-route' } as const]) {
      const answer = ended(back, ending);
      expect(judgeToRouter({ first: taken, answer })).toEqual({
        invariant: 'lan-reaches-router',
        breach: { kind: 'from-router', from: 'ether2' },
        trace: answer,
      });
    }
    for (const ending of [dropped(), rejected()])
      expect(judgeToRouter({ first: taken, answer: ended(back, ending) })).toBeUndefined();
  });

  it('DHCP → not judged; the same port of TCP, and UDP beside it → judged', () => {
    const leaves = (protocol: number, dstPort: number) =>
      judgeToRouter({ first: ended(fromLan({ dst: self, protocol, dstPort }), byWan({ dst: self })) });
    expect(leaves(17, 67)).toBeUndefined();
    expect(leaves(6, 67)).toBeDefined();
    expect(leaves(17, 68)).toBeDefined();
  });
});

describe('judgeToHost', () => {
  const question = fromLan({ in: undefined, src: '192.168.0.1', dst: host });
  const arrives = ended(question, byLan({ src: '192.168.0.1' }));
  const back = fromLan({ dst: '192.168.0.1' });
  const judged = (first: Ending, answer?: Ending) =>
    judgeToHost(office(), 'ether2', {
      first: ended(question, first),
      ...(answer && { answer: ended(back, answer) }),
    });

  it('it arrives and is answered, or rules refuse either → holds', () => {
    expect(judged(arrives.ending, { kind: 'delivered' })).toBeUndefined();
    expect(judged(arrives.ending)).toBeUndefined();
    for (const refused of [dropped(), rejected(), { kind: 'held-back', origin: noOrigin } as const]) {
      expect(judged(refused)).toBeUndefined();
      expect(judged(arrives.ending, refused)).toBeUndefined();
    }
  });

  it('it leaves by a WAN, or has no way → to-host', () => {
    for (const ending of [byWan({ dst: host }), { kind: 'no-route' } as const])
      expect(judged(ending)).toEqual({
        invariant: 'router-reaches-lan',
        breach: { kind: 'to-host', to: 'ether2' },
        trace: ended(question, ending),
      });
  });

  it('the answer does not reach the router → from-host', () => {
    const ending = byWan({ src: host, dst: '192.168.0.1' });
    expect(judged(arrives.ending, ending)).toEqual({
      invariant: 'router-reaches-lan',
      breach: { kind: 'from-host', to: 'ether2' },
      trace: ended(back, ending),
    });
  });
});

describe('router-reaches-lan', () => {
  const reached = (more: string) => {
    const { router } = readRouterOs(`${smallOffice}${more}`, { file: 'office.rsc', dialect: 'v7' });
    const { violations } = prove(router, assumedWorld(router, {}), { engine: 'routeros' });
    return violations
      .filter(({ invariant }) => invariant === 'router-reaches-lan')
      .map(one => violationText(one, 'en'));
  };
  const table = '/routing table\nadd fib name=out\n/ip route\nadd gateway=10.0.0.1 routing-table=out\n';
  const marking = (chain: string, more = '') =>
    `${table}/ip firewall mangle\nadd chain=${chain} action=mark-routing new-routing-mark=out ${more}\n`;

  it('nothing is marked, or only what is for the Internet → holds', () => {
    expect(reached('')).toEqual([]);
    expect(reached(marking('output', 'dst-address=!192.168.0.0/24'))).toEqual([]);
  });

  it('everything of the router is marked for a WAN → it leaves by that', () => {
    expect(reached(marking('output'))).toEqual([
      expect.stringMatching(/^A packet of the router to a host of ether2 leaves by ether1/),
    ]);
  });

  it('v7: all of the LAN is marked → its answers leave by the WAN', () => {
    expect(reached(marking('prerouting', 'in-interface=ether2'))).toEqual([
      expect.stringMatching(/^The answer of a host of ether2 to the router leaves by ether1/),
    ]);
  });
});

describe('a host of a LAN that a route of its own discards', () => {
  const lan =
    '# by RouterOS 7.14\n/ip address\nadd address=192.168.7.1/24 interface=bridge\n/interface bridge add name=bridge\n/ip dhcp-client add interface=ether1\n/ip route\n';
  const saidOf = (route: string): string[] => {
    const { router } = readRouterOs(`${lan}${route}`, { file: 'a.rsc' });
    return prove(router, assumedWorld(router, {}), { engine: 'routeros' }).violations.map(
      one => one.invariant,
    );
  };

  it('it is meant; a wider route that takes part of the LAN away is said', () => {
    expect(saidOf('add dst-address=192.168.7.7/32 blackhole')).not.toContain('router-reaches-lan');
    expect(saidOf('add dst-address=192.168.7.64/26 blackhole')).toContain('router-reaches-lan');
  });
});

describe('judgeForward', () => {
  const [asked, server] = ['10.0.0.2', '192.168.7.9'] as const;
  const first = ended(fromLan({ dst: asked }), byLan({ src: host, dst: server }, 'ether3'));
  const back = fromLan({ in: 'ether3', src: server, dst: host });
  const answered = (ending: Ending) => judgeForward(office(), { first, answer: ended(back, ending) });
  const to = ipv4ToNumber(asked);

  it('the answer comes from the address that was asked → holds', () => {
    expect(answered(byLan({ src: asked }))).toBeUndefined();
  });

  it('the answer comes from another address, or goes elsewhere → from-forward', () => {
    for (const ending of [
      byLan({ src: server }),
      byLan({ src: asked }, 'ether3'),
      byWan({ src: asked, dst: host }),
    ]) {
      const answer = ended(back, ending);
      expect(judgeForward(office(), { first, answer })).toEqual({
        invariant: 'forward-works-inside',
        breach: { kind: 'from-forward', from: 'ether2', to },
        trace: answer,
      });
    }
    expect(answered({ kind: 'no-route' })).toBeDefined();
  });

  it('a rule refuses the answer → policy; nobody answers → nothing to judge', () => {
    expect(answered(dropped())).toBeUndefined();
    expect(answered(rejected())).toBeUndefined();
    expect(judgeForward(office(), { first })).toBeUndefined();
  });

  it('the server lies on the network of who asks → it answers past the router', () => {
    const near = ended(fromLan({ dst: asked }), byLan({ src: host, dst: '192.168.0.9' }));
    expect(judgeForward(office(), { first: near })).toEqual({
      invariant: 'forward-works-inside',
      breach: { kind: 'forward', from: 'ether2', to },
      trace: near,
    });
    const hidden = ended(fromLan({ dst: asked }), byLan({ src: '192.168.0.1', dst: '192.168.0.9' }));
    expect(judgeForward(office(), { first: hidden })).toBeUndefined();
  });

  it('no port forward took it → nothing to judge', () => {
    const untouched = { ...first, ending: byLan({ src: host, dst: asked }, 'ether3') };
    const outside = { ...first, ending: byWan({ dst: server }) };
    for (const one of [untouched, outside, { ...first, ending: dropped() }])
      expect(
        judgeForward(office(), { first: one, answer: ended(back, { kind: 'no-route' }) }),
      ).toBeUndefined();
  });
});
