import { describe, expect, it } from 'vitest';
import { read } from '../../../test/walk/read.ts';
import type { Packet, Prepared } from '../../walk/index.ts';
import { fromLan } from '../testing/index.ts';
import { converseAll } from './conversation.ts';
import { WaysLimit } from './ways-limit.ts';

const talksOf = (more: string, packet: Packet = fromLan()) => converseAll(read(more), packet).outcomes;

describe('converseAll', () => {
  it('nothing is open → one way: the packet, the answer to it, the next packet without SYN', () => {
    const [way, ...more] = talksOf('');
    expect(more).toEqual([]);
    expect(way?.result).toMatchObject({
      first: { packet: { in: 'ether2', tcpFlags: 2 }, ending: { kind: 'forwarded', out: 'ether1' } },
      answer: {
        packet: { in: 'ether1', srcPort: 443, tcpFlags: 18 },
        ending: { kind: 'forwarded', out: 'ether2' },
      },
      later: { packet: { in: 'ether2', tcpFlags: 16 }, ending: { kind: 'forwarded', out: 'ether1' } },
    });
  });

  it('the router remembers: the answer is one of a connection, so is the next packet', () => {
    const states = talksOf('').flatMap(({ result }) =>
      [result.first, result.answer, result.later].flatMap(
        trace =>
          trace?.steps.flatMap(step => (step.kind === 'tracked' ? [`${step.state} ${step.reply}`] : [])) ??
          [],
      ),
    );
    expect(states).toEqual(['new false', 'established true', 'established false']);
  });

  it('nobody gets the packet → it alone', () => {
    const [way] = talksOf('/ip firewall filter\nadd chain=forward action=drop\n');
    expect(way?.result).toEqual({
      first: expect.objectContaining({ ending: expect.objectContaining({ kind: 'dropped' }) }),
    });
  });

  it('a rule drops some answers → both ways are walked to their ends', () => {
    const ways = talksOf(
      '/ip firewall filter\nadd chain=forward in-interface=ether1 random=50 action=drop\n',
    );
    expect(ways.map(({ result }) => result.answer?.ending.kind).sort()).toEqual(['dropped', 'forwarded']);
  });

  it('a question that changes nothing for what comes later → both ways meet, one goes on', () => {
    const found = converseAll(
      read(
        '/ip firewall mangle\nadd chain=prerouting content=x action=mark-packet new-packet-mark=a\n/ip firewall filter\nadd chain=forward packet-mark=a protocol=udp action=drop\n',
      ),
      fromLan(),
    );
    expect(found.complete).toBe(true);
    expect(found.links.length).toBeGreaterThan(0);
    expect(found.outcomes.length).toBeLessThan(8);
  });

  it('several packets have more ways than can be walked → fewer are walked of the next, and of others as many', () => {
    const contents = Array.from(
      { length: 16 },
      (_, i) => `add chain=prerouting content=w${i} action=add-src-to-address-list address-list=l${i}\n`,
    );
    const lists = Array.from(
      { length: 16 },
      (_, i) => `add chain=forward src-address-list=l${i} action=drop\n`,
    );
    const asking = read(`/ip firewall raw\n${contents.join('')}/ip firewall filter\n${lists.join('')}`);
    const limit = new WaysLimit();
    const walked = (prepared: Prepared): number[] => {
      const { outcomes, links, complete } = converseAll(prepared, fromLan(), { limit });
      return [outcomes.length + links.length, Number(complete)];
    };
    expect([walked(asking), walked(asking), walked(asking), walked(read(''))]).toEqual([
      [4096, 0],
      [4096, 0],
      [16, 0],
      [1, 1],
    ]);
  });

  it('somebody watches → is told of each of the three packets', () => {
    const watched: (string | undefined)[] = [];
    converseAll(read('/ip firewall filter\nadd chain=forward protocol=udp action=drop\n'), fromLan(), {
      watchOf: packet => () => {
        watched.push(`${packet.in} ${packet.tcpFlags}`);
        return false;
      },
    });
    expect([...new Set(watched)]).toEqual(['ether2 2', 'ether1 18', 'ether2 16']);
  });
});
