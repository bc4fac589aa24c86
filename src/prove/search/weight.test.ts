import { describe, expect, it } from 'vitest';
import { read } from '../../../test/walk/read.ts';
import type { Ipv4 } from '../../net/index.ts';
import { newState, walk } from '../../walk/index.ts';
import { fromLan } from '../testing/index.ts';
import { sumOf, weighed } from './weight.ts';

const dead = [{ interface: 'ether1', kind: 'upstream' }] as const;

/** What a packet from the LAN weighs that a dead WAN loses. */
function weightOf(more: string, dst: Ipv4, faults: Parameters<typeof read>[1] = { faults: dead }) {
  const office = read(more, faults);
  const trace = walk(office, newState(), fromLan({ dst }));
  const { breach, weight } = weighed(office, {
    invariant: 'lan-reaches-internet',
    breach: { kind: 'outbound' },
    trace,
  });
  return { breach, weight };
}

const everything = { breach: { kind: 'outbound' }, weight: { kind: 'everything' } };
const onlyTo = (...destinations: readonly string[]) => ({ kind: 'only', destinations });

describe('weighed', () => {
  it('not outbound → as it was, without a weight', () => {
    const office = read('');
    const trace = walk(office, newState(), fromLan());
    const breach = { invariant: 'answer-returns', breach: { kind: 'answer' }, trace } as const;
    expect(weighed(office, breach)).toBe(breach);
  });

  it('the default route loses it → everything', () => {
    expect(weightOf('', '1.2.3.4')).toEqual(everything);
  });

  it('half of the address space → everything, a quarter → only that', () => {
    const route = (prefix: string) => `/ip route\nadd dst-address=${prefix} gateway=10.0.0.1\n`;
    expect(weightOf(route('0.0.0.0/1'), '1.2.3.4')).toEqual(everything);
    expect(weightOf(route('0.0.0.0/2'), '1.2.3.4')).toEqual({
      breach: { kind: 'outbound' },
      weight: onlyTo('0.0.0.0/2'),
    });
  });

  it('no route at all → everything', () => {
    const office = read('/ip route\nset [find] disabled=yes\n');
    const trace = walk(office, newState(), fromLan());
    expect(trace.ending.kind).toBe('no-route');
    const breach = { invariant: 'lan-reaches-internet', breach: { kind: 'outbound' }, trace } as const;
    expect(weighed(office, breach)).toEqual({ ...breach, weight: { kind: 'everything' } });
  });
});

describe('one address', () => {
  const pinned = '/ip route\nadd dst-address=9.9.9.9/32 gateway=10.0.0.1\n';
  const weight = onlyTo('9.9.9.9/32');
  const remark = (probe: boolean) => ({
    breach: { kind: 'pinned', destination: '9.9.9.9/32', probe },
    weight,
  });

  it('a static route to it alone, lost with its WAN → pinned there', () => {
    expect(weightOf(pinned, '9.9.9.9')).toEqual(remark(false));
  });

  it('it is a gateway of another route, or watched → a probe address', () => {
    const via = `${pinned}add gateway=9.9.9.9 target-scope=11 routing-table=main distance=5\n`;
    expect(weightOf(via, '9.9.9.9')).toEqual(remark(true));
    expect(weightOf(via.replace('gateway=9.9.9.9', 'gateway=9.9.9.9%ether1'), '9.9.9.9')).toEqual(
      remark(true),
    );
    const watched = `${pinned}/tool netwatch\nadd host=9.9.9.9\n`;
    expect(weightOf(watched, '9.9.9.9')).toEqual(remark(true));
  });

  it('another address is a gateway or watched, or nobody watches any more → no probe address', () => {
    expect(weightOf(`${pinned}/tool netwatch\nadd host=9.9.9.9 disabled=yes\n`, '9.9.9.9')).toEqual(
      remark(false),
    );
    expect(weightOf(`${pinned}/tool netwatch\nadd host=9.9.9.8\n`, '9.9.9.9')).toEqual(remark(false));
    expect(weightOf(`${pinned}add gateway=9.9.9.90 distance=5\n`, '9.9.9.9')).toEqual(remark(false));
  });

  it('a route to two addresses → only these, but not pinned', () => {
    expect(weightOf(pinned.replace('9.9.9.9/32', '9.9.9.8/31'), '9.9.9.9')).toEqual({
      breach: { kind: 'outbound' },
      weight: onlyTo('9.9.9.8/31'),
    });
  });

  it('not lost with a WAN, but wrong → not pinned', () => {
    expect(weightOf(pinned, '9.9.9.9', {})).toEqual({ breach: { kind: 'outbound' }, weight });
  });

  it('the other end of a link → not pinned: nobody wrote a route to it', () => {
    const link = '/ip address\nadd address=10.5.0.2/32 network=9.9.9.9 interface=ether1\n';
    expect(weightOf(link, '9.9.9.9')).toEqual({ breach: { kind: 'outbound' }, weight });
  });
});

describe('sumOf', () => {
  const all = { kind: 'everything' } as const;
  const some = { kind: 'only', destinations: ['1.0.0.0/8', '2.0.0.0/8'] } as const;
  const others = { kind: 'only', destinations: ['2.0.0.0/8', '3.0.0.0/8'] } as const;

  it('everything with anything → everything', () => {
    expect(sumOf(all, some)).toEqual(all);
    expect(sumOf(some, all)).toEqual(all);
    expect(sumOf(all, undefined)).toEqual(all);
  });

  it('some destinations and others → both, each once', () => {
    expect(sumOf(some, others)).toEqual(onlyTo('1.0.0.0/8', '2.0.0.0/8', '3.0.0.0/8'));
  });

  it('no weight on one side → none is known', () => {
    expect(sumOf(undefined, some)).toBeUndefined();
    expect(sumOf(some, undefined)).toBeUndefined();
  });
});
