import { describe, expect, it } from 'vitest';
import { noOrigin } from '../../model/index.ts';
import { connectionsByMark } from './counters.ts';
import { fibDifferences } from './fib.ts';
import type { FibRoute } from './index.ts';

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

it('connectionsByMark: other bits of the mark are set → counted by their field, unmarked ones last', () => {
  const mark = (name: string, value: number) => ({ kind: 'connection', name, value, mask: 0xff }) as const;
  const counted = connectionsByMark(
    [{ mark: 1 }, { mark: 0x4000_0001 }, { mark: 2 }, { mark: 0 }],
    [mark('ISP1', 1), mark('ISP2', 2)],
  );
  expect(counted.map(({ connections }) => connections)).toEqual([2, 1, 1]);
});
