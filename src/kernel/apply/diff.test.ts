import { describe, expect, it } from 'vitest';
import { noOrigin } from '../../model/index.ts';
import type { Ipv4 } from '../../net/index.ts';
import type { KernelAddress, KernelRoute, KernelRule } from '../types.ts';
import { diffAddresses, diffRoutes, diffRules, kernelRoute } from './diff.ts';

const origin = noOrigin;
const hop = (address: Ipv4, weight = 1) => ({ address, interface: 'w1', weight });
const wantedRoute = (table: number, ...nextHops: ReturnType<typeof hop>[]) => ({
  table,
  destination: '0.0.0.0/0' as const,
  type: 'unicast' as const,
  nextHops,
});
const held = (table: number, protocol: number, address: Ipv4, metric = 0): KernelRoute => ({
  ...kernelRoute(wantedRoute(table, hop(address))),
  protocol,
  metric,
});

describe('routes', () => {
  it('are equal whatever weight a lone next hop has', () => {
    const { add, replace, remove } = diffRoutes(
      [wantedRoute(5, hop('10.0.0.1', 7))],
      [held(5, 27, '10.0.0.1')],
    );
    expect([add, replace, remove]).toEqual([[], [], []]);
  });

  it('differ by gateway, by weight among several, and by source', () => {
    const now = [held(5, 27, '10.0.0.1')];
    expect(diffRoutes([wantedRoute(5, hop('10.0.0.2'))], now).replace).toHaveLength(1);
    expect(
      diffRoutes([{ ...wantedRoute(5, hop('10.0.0.1')), prefSrc: '10.0.0.9' }], now).replace,
    ).toHaveLength(1);
    const several = [kernelRoute(wantedRoute(5, hop('10.0.0.1', 2), hop('10.0.0.2')))];
    expect(diffRoutes([wantedRoute(5, hop('10.0.0.1'), hop('10.0.0.2'))], several).replace).toHaveLength(1);
    expect(diffRoutes([wantedRoute(5, hop('10.0.0.1', 2), hop('10.0.0.2'))], several).replace).toEqual([]);
  });

  it('of others are never replaced or removed, but may block; another metric does not', () => {
    const wanted = [wantedRoute(254, hop('10.0.0.1'))];
    const foreign = held(254, 16, '10.0.0.7');
    expect(diffRoutes(wanted, [foreign])).toMatchObject({
      add: [],
      replace: [],
      remove: [],
      blocked: [{ foreign }],
    });
    expect(diffRoutes(wanted, [held(254, 16, '10.0.0.7', 100)]).add).toHaveLength(1);
    expect(diffRoutes([], [foreign]).remove).toEqual([]);
  });

  it('of ours that nobody wants are removed, and those with a metric we never set', () => {
    const odd = held(5, 27, '10.0.0.1', 9);
    expect(diffRoutes([wantedRoute(5, hop('10.0.0.1'))], [held(5, 27, '10.0.0.1'), odd]).remove).toEqual([
      odd,
    ]);
    expect(diffRoutes([], [odd]).remove).toEqual([odd]);
  });
});

describe('addresses', () => {
  const row = (protocol: number): KernelAddress => ({
    interface: 'w1',
    address: { address: '10.0.0.1', length: 24 },
    protocol,
  });
  const wanted = [{ interface: 'w1', address: { address: '10.0.0.1', length: 24 } as const }];

  it('are ours by mark or by ledger', () => {
    expect(diffAddresses([], [row(27)], []).remove).toHaveLength(1);
    expect(diffAddresses([], [row(0)], ['10.0.0.1/24 on w1']).remove).toHaveLength(1);
    expect(diffAddresses([], [row(0)], []).remove).toEqual([]);
  });

  it('of others are good enough where they are wanted; another length is another address', () => {
    expect(diffAddresses(wanted, [row(0)], []).add).toEqual([]);
    const longer = [{ interface: 'w1', address: { address: '10.0.0.1', length: 25 } as const }];
    expect(diffAddresses(longer, [row(27)], [])).toMatchObject({ add: [{ protocol: 27 }], remove: [{}] });
  });
});

describe('rules', () => {
  const rule = { family: 'ipv4', priority: 27_001, action: { kind: 'lookup', table: 27_001 } } as const;
  const now = (protocol: number): KernelRule => ({ ...rule, protocol });

  it('are ours by protocol alone', () => {
    expect(diffRules([], [now(27), now(2), now(0)]).remove).toEqual([now(27)]);
    expect(diffRules([{ ...rule, origin }], [now(27)])).toMatchObject({ add: [], remove: [] });
    expect(diffRules([{ ...rule, origin }], [now(0)]).add).toEqual([now(27)]);
  });

  it('with another priority are other rules', () => {
    const { add, remove } = diffRules([{ ...rule, priority: 27_002, origin }], [now(27)]);
    expect([add.map(one => one.priority), remove.map(one => one.priority)]).toEqual([[27_002], [27_001]]);
  });
});
