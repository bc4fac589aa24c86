import { describe, expect, it } from 'vitest';
import { type ProveOptions, prove } from '../../src/prove/index.ts';
import { assumedWorld } from '../../src/rib/index.ts';
import { readRouterOs } from '../../src/rsc/index.ts';
import { spreadOf, wayKey } from '../../src/spread/index.ts';
import { read, smallOffice } from './read.ts';

/** A forward chain that lets nothing in from outside. */
const closed =
  '/ip firewall filter\nadd chain=forward in-interface=ether1 connection-state=new action=drop\n';

function proofOfText(text: string, options: Partial<ProveOptions> = {}) {
  const { router } = readRouterOs(text, { file: 'office.rsc', dialect: 'v7' });
  return prove(router, assumedWorld(router, {}), { engine: 'routeros', ...options });
}

const proofOf = (more: string, options: Partial<ProveOptions> = {}) =>
  proofOfText(`${smallOffice}${closed}${more}`, options);

/** Verdict, invariants that do not hold, and points. */
function verdictOf(more: string, options: Partial<ProveOptions> = {}) {
  const { verdict, invariants, points } = proofOf(more, options);
  const bad = invariants.filter(one => one.verdict !== 'holds');
  return [verdict, bad.map(one => `${one.invariant} ${one.verdict}`), points.map(({ id }) => id)];
}

describe('verdicts', () => {
  it('a small office → holds', () => {
    expect(verdictOf('')).toEqual(['holds', [], []]);
  });

  it.each([
    ['content=secret', 'content@office.rsc:10'],
    ['layer7-protocol=video', 'layer7-protocol@office.rsc:10'],
  ])('%s drops → depends on what packets carry', (matcher, point) => {
    const [verdict, , points] = verdictOf(`add chain=forward ${matcher} action=drop\n`);
    expect([verdict, points]).toEqual(['depends', [point]]);
  });

  it('office hours drop everything → depends on the moment; at one it is violated or holds', () => {
    const office = 'add chain=forward time=8h-17h,mon,tue,wed,thu,fri action=drop\n';
    expect(verdictOf(office)).toEqual(['depends', ['lan-reaches-internet depends'], ['time@office.rsc:10']]);
    expect(verdictOf(office, { at: 86_400_000 + 9 * 3_600_000 })[0]).toBe('violated');
    expect(verdictOf(office, { at: 0 })[0]).toBe('holds');
  });

  it('all drops, at every moment or plainly → violated: nobody reaches the Internet', () => {
    const always = 'add chain=forward time=0s-1d,sun,mon,tue,wed,thu,fri,sat action=drop\n';
    for (const rule of [always, 'add chain=forward action=drop\n']) {
      expect(verdictOf(rule)).toEqual(['violated', ['lan-reaches-internet violated'], []]);
    }
  });

  it('some traffic is refused → policy, holds', () => {
    expect(verdictOf('add chain=forward protocol=udp action=drop\n')[0]).toBe('holds');
  });

  it('answers within a limit → depends on the rate, settled by an assumption', () => {
    const raw =
      '/ip firewall raw\nadd action=accept chain=prerouting in-interface=ether1 limit=200,5:packet protocol=tcp tcp-flags=syn\nadd action=drop chain=prerouting in-interface=ether1 protocol=tcp tcp-flags=syn\n';
    expect(verdictOf(raw)).toEqual(['depends', ['answer-returns depends'], ['limit@office.rsc:11']]);
    expect(verdictOf(raw, { assume: { limit: 'below' } })[0]).toBe('holds');
    expect(verdictOf(raw, { assume: { limit: 'above' } })[0]).toBe('violated');
  });

  it('rate-limited marks → the leak above the limit, with and without five rate-limited log rules', () => {
    const marking = smallOffice.replace('out-interface=ether1', 'out-interface=ether1 connection-mark=ok');
    const mangle =
      '/ip firewall mangle\nadd chain=prerouting in-interface=ether2 limit=100,5:packet action=mark-connection new-connection-mark=ok\n';
    const logs = [1, 2, 3, 4, 5]
      .map(i => `add chain=forward limit=${i},5:packet action=log log-prefix=l${i}\n`)
      .join('');
    const found = [mangle, mangle + logs].map(text =>
      proofOfText(marking + text).violations.map(({ invariant, verdict, points }) => [
        invariant,
        verdict,
        points.map(({ id }) => id),
      ]),
    );
    expect(found[0]).toEqual([['nothing-leaks', 'depends', ['limit@office.rsc:9']]]);
    expect(found[1]).toEqual(found[0]);
  });

  it("MikroTik's factory masquerade rule → the same as without ipsec-policy", () => {
    const factory = smallOffice.replace('out-interface=ether1', 'out-interface=ether1 ipsec-policy=out,none');
    expect(proofOfText(factory + closed)).toMatchObject({ verdict: 'holds', points: [] });
  });

  it('more ways than are walked → judged in part, with the reason', () => {
    const many = Array.from(
      { length: 13 },
      (_, i) =>
        `add chain=forward limit=${i + 1},5:packet action=add-src-to-address-list address-list=l${i}\nadd chain=forward src-address-list=l${i} dst-address=172.31.0.1 action=drop\n`,
    ).join('');
    const { verdict, doubts } = proofOf(many);
    expect(verdict).toBe('partly-judged');
    expect(doubts[0]).toMatchObject({ why: { kind: 'stopped-early' } });
  });

  it('five questions of every packet of a conversation → judged: ways that meet are walked once', () => {
    const marks = [1, 2, 3, 4, 5]
      .map(i => `add chain=prerouting content=c${i} action=mark-packet new-packet-mark=m${i}\n`)
      .join('');
    const rule = 'add chain=forward packet-mark=m9 action=drop\n';
    expect(verdictOf(`${rule}/ip firewall mangle\n${marks}`)).toEqual(['holds', [], []]);
    const read5 = 'add chain=forward packet-mark=m5 protocol=udp action=drop\n';
    expect(verdictOf(`${read5}/ip firewall mangle\n${marks}`)[2]).toEqual(['content@office.rsc:16']);
  });

  it('no LAN → not judged', () => {
    const { verdict, doubts } = proofOfText('/ip route\nadd gateway=10.0.0.1\n');
    expect([verdict, doubts[0]?.why]).toEqual(['not-judged', { kind: 'no-lan' }]);
  });
});

describe('seeds', () => {
  const pcc = (buckets: number, bad: number) =>
    `/ip firewall mangle\n${Array.from({ length: buckets }, (_, i) => `add chain=prerouting in-interface=ether2 connection-mark=no-mark per-connection-classifier=src-address:${buckets}/${i} action=mark-connection new-connection-mark=${i === bad ? 'bad' : 'good'}`).join('\n')}\n`;
  const leaky = smallOffice.replace('out-interface=ether1', 'out-interface=ether1 connection-mark=!bad');

  it('the ninth of twelve buckets leaks → violated, with a boot-time number', () => {
    const { violations } = proofOfText(`${leaky}${closed}${pcc(12, 8)}`);
    expect(violations).toMatchObject([{ invariant: 'nothing-leaks', verdict: 'violated' }]);
    expect(violations[0]?.seed).toBeGreaterThanOrEqual(0);
  });

  it('one hash that would have to be 0 of 2 and 1 of 4 → no such way, holds', () => {
    const text = `${smallOffice.replace('out-interface=ether1', 'out-interface=ether1 packet-mark=!bad')}${closed}/ip firewall mangle
add chain=prerouting in-interface=ether2 per-connection-classifier=src-address:2/0 action=jump jump-target=even
add chain=even per-connection-classifier=src-address:4/1 action=mark-packet new-packet-mark=bad
`;
    expect(proofOfText(text)).toMatchObject({ verdict: 'holds', violations: [] });
  });
});

describe('spread', () => {
  it('what is open → ranges, with the points', () => {
    const { shares, points } = spreadOf(
      read('/ip firewall filter\nadd chain=forward content=x action=drop\n'),
      {
        flows: 50,
        clients: 5,
        destinations: 20,
      },
    );
    expect(points.map(({ id }) => id)).toEqual(['content@office.rsc:9']);
    expect(shares.map(({ way, range }) => [wayKey(way), range?.connections])).toEqual([
      ['ether1', { from: 0, to: expect.closeTo(1, 9) }],
      ['dropped', { from: 0, to: expect.closeTo(1, 9) }],
    ]);
  });
});
