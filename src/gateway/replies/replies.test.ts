import { describe, expect, it } from 'vitest';
import type { TrackedQuery } from '../../kernel/index.ts';
import { noOrigin } from '../../model/index.ts';
import { initialState } from '../core/index.ts';
import { runConfig } from '../testing/run-config.ts';
import { fibDifferences } from './fib.ts';
import { countersReply, type FibRoute } from './index.ts';

describe('fibDifferences', () => {
  const hop = { address: '10.10.10.1', interface: 'ether1', weight: 1 } as const;
  const wanted = {
    table: 27_001,
    destination: '0.0.0.0/0',
    type: 'unicast',
    nextHops: [hop],
    origin: noOrigin,
  } as const;
  const tables = [{ name: 'to_ISP1', id: 27_001 }];
  const held: FibRoute = { ...wanted, table: 'to_ISP1', tableId: 27_001, protocol: 27 };

  it('the kernel is in step, others have routes too → none', () => {
    const foreign = { ...held, destination: '10.0.0.0/8', protocol: 3 } as const;
    expect(fibDifferences({ routes: [wanted], tables }, [held, foreign], 27)).toEqual([]);
  });

  it('another next hop is held → named as missing and as too much', () => {
    const other = { ...held, nextHops: [{ ...hop, interface: 'ether2' }] };
    expect(fibDifferences({ routes: [wanted], tables }, [other], 27)).toEqual([
      'The kernel lacks 0.0.0.0/0 via 10.10.10.1 dev ether1 in to_ISP1.',
      'The kernel still has 0.0.0.0/0 via 10.10.10.1 dev ether2 in to_ISP1.',
    ]);
  });
});

it('counters: connections by their marks in the order of the program, the others last', async () => {
  const mark = (name: string, value: number) => ({ kind: 'connection', name, value, mask: 0xff });
  const program = {
    marks: { names: [mark('ISP1', 1), mark('ISP2', 2), { ...mark('to1', 1), kind: 'routing' }] },
  };
  const state = { ...initialState(runConfig(), 1), reached: { router: runConfig().router, program } };
  const page = { atMs: 0, total: 7, tracked: 7, items: [], byWan: {}, byMark: { ISP2: 3, '': 4 } };
  const asked: TrackedQuery[] = [];
  const { connections } = await countersReply(state as never, {
    nftListing: async () => '{"nftables":[]}',
    async connectionPage(query) {
      asked.push(query);
      return page;
    },
  });
  expect(asked).toMatchObject([
    {
      limit: 0,
      marks: [
        { name: 'ISP1', value: 1 },
        { name: 'ISP2', value: 2 },
      ],
    },
  ]);
  expect(connections).toEqual([
    { mark: 'ISP1', connections: 0 },
    { mark: 'ISP2', connections: 3 },
    { mark: '', connections: 4 },
  ]);
});
