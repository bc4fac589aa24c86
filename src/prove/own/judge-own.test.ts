import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/walk/read.ts';
import { makeRule, noOrigin } from '../../model/index.ts';
import { type Ending, newState, type Prepared, walk } from '../../walk/index.ts';
import { ownQuestions, type PacketClass } from '../classes/classes.ts';
import type { Breach } from '../invariants/breach.ts';
import type { Conversation } from '../search/conversation.ts';
import { badly, byLan, byWan, ended, fromWan } from '../testing/index.ts';
import { judgeOwn } from './judge-own.ts';

const twoWans = `/ip address
add address=10.0.0.2/24 interface=ether1
add address=10.3.0.2/24 interface=ether3
add address=192.168.0.1/24 interface=ether2
/ip route
add gateway=10.0.0.1
/ip dns
set servers=198.51.100.53
`;

describe('judgeOwn', () => {
  const office = () => readText(twoWans);
  const question = (): PacketClass => {
    const [one] = ownQuestions(office());
    if (!one) throw new Error('the router asks its DNS server');
    return one;
  };
  const first = (ending: Ending) => ended(question().packet, ending);
  const judged = (prepared: Prepared, talk: Conversation, { asked } = question()): Breach | undefined =>
    asked && judgeOwn(prepared, asked, talk);
  const answer = (ending: Ending) => ended(fromWan({ protocol: 17, srcPort: 53 }), ending);
  const away = byWan({ dst: '198.51.100.53' });
  const breachOf = (answered: boolean) => ({
    invariant: 'router-reaches-servers',
    breach: { kind: 'own', service: 'DNS', to: question().packet.dst, answered },
  });

  it('it leaves and its answer is delivered → holds; also while nobody answers', () => {
    expect(judged(office(), { first: first(away), answer: answer({ kind: 'delivered' }) })).toBeUndefined();
    expect(judged(office(), { first: first(away) })).toBeUndefined();
    expect(
      judged(office(), { first: first({ kind: 'delivered' }), answer: answer({ kind: 'delivered' }) }),
    ).toBeUndefined();
  });

  it('it goes nowhere → the question is shown', () => {
    for (const ending of [{ kind: 'no-route' }, badly('leaked')] as const)
      expect(judged(office(), { first: first(ending), answer: answer({ kind: 'delivered' }) })).toMatchObject(
        {
          ...breachOf(false),
          trace: { ending },
        },
      );
  });

  it('the answer does not arrive → the answer is shown', () => {
    for (const ending of [{ kind: 'no-route' }, byLan()] as const)
      expect(judged(office(), { first: first(away), answer: answer(ending) })).toMatchObject({
        ...breachOf(true),
        trace: { ending },
      });
  });

  it('two services at one port → named by the address', () => {
    const tunnel =
      '/interface wireguard peers\nadd endpoint-address=198.51.100.99 endpoint-port=53 interface=wg1 public-key="k"\n';
    const both = readText(`${twoWans}${tunnel}`);
    const services = ownQuestions(both).map(one => {
      const found = judged(both, { first: ended(one.packet, { kind: 'no-route' }) }, one);
      return found?.breach.kind === 'own' && found.breach.service;
    });
    expect(services).toEqual(['DNS', 'WireGuard']);
  });

  it('two services at one address → named by the port', () => {
    const both = readText(`${twoWans}/system ntp client servers\nadd address=198.51.100.53\n`);
    const services = ownQuestions(both).map(one => {
      const found = judged(both, { first: ended(one.packet, { kind: 'no-route' }) }, one);
      return found?.breach.kind === 'own' && found.breach.service;
    });
    expect(services).toEqual(['DNS', 'NTP']);
  });

  it('a route for that very address discards it → meant so; a route for more → wrong', () => {
    const by = (destination: string) => {
      const blackhole = readText(`${twoWans}/ip route\nadd blackhole dst-address=${destination}\n`);
      const [one] = ownQuestions(blackhole);
      const first = one && walk(blackhole, newState(), one.packet);
      return one && first && judged(blackhole, { first }, one)?.invariant;
    };
    expect(by('198.51.100.53/32')).toBeUndefined();
    expect(by('198.51.100.0/24')).toBe('router-reaches-servers');
  });

  it('a rule refuses a probe → it keeps it from another way; refuses a question → wrong', () => {
    const rule = { kind: 'dropped', rule: makeRule({ table: 'filter', chain: 'output' }) } as const;
    const probed = readText(`${twoWans}/tool netwatch\nadd host=198.51.100.1\n`);
    const verdicts = ownQuestions(probed).map(one => [
      one.asked?.service,
      judged(probed, { first: ended(one.packet, rule) }, one)?.invariant,
    ]);
    expect(verdicts).toEqual([
      ['DNS', 'router-reaches-servers'],
      ['netwatch', undefined],
    ]);
  });

  it('a host on the own network of a dead WAN → lost with it, whatever else leads out; behind it → wrong', () => {
    const by = (server: string) => {
      const near = readText(`${twoWans}/ip dns\nset servers=${server}\n`, {
        faults: [{ interface: 'ether1', kind: 'gateway' }],
      });
      const [one] = ownQuestions(near);
      const first = one && walk(near, newState(), one.packet);
      return [first?.ending.kind, one && first && judged(near, { first }, one)?.invariant];
    };
    expect(by('10.0.0.1')).toEqual(['lost', undefined]);
    expect(by('198.51.100.53')).toEqual(['lost', 'router-reaches-servers']);
  });

  it('a host of the LAN, by a WAN → wrong, though it is translated; into IPsec → taken', () => {
    const inside = readText(`${twoWans}/ip dns\nset servers=192.168.0.53\n`);
    const [one] = ownQuestions(inside);
    if (!one) throw new Error('the router asks its DNS server');
    const by = (ending: Ending) => judged(inside, { first: ended(one.packet, ending) }, one)?.invariant;
    expect(by(byWan({ dst: '192.168.0.53' }))).toBe('router-reaches-servers');
    expect(by(byLan({ dst: '192.168.0.53' }))).toBeUndefined();
    expect(by({ kind: 'encrypted', origin: noOrigin })).toBeUndefined();
  });
});
