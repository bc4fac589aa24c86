import { describe, expect, it } from 'vitest';
import { conclude, failing } from '../testing/conclude.ts';

describe('filter', () => {
  const attempts = (open: readonly number[]) =>
    (['lan-to-wan', 'wan-to-lan'] as const).flatMap(direction =>
      [
        ...[135, 137, 139, 445, 3389, 80, 443].map(port => ({ protocol: 'tcp', port })),
        ...[135, 137, 138, 445, 53].map(port => ({ protocol: 'udp', port })),
      ].map(one => ({
        ...one,
        direction,
        isp: 'isp1',
        blocked: direction === 'wan-to-lan' || !open.includes(one.port),
      })),
    );
  const drops = [{ rule: 'WannaCry', place: 'x.rsc:1', packets: 99, bytes: 999 }];

  it('passes where worms are stopped and people are not', () => {
    expect(failing(conclude('filter', { all: { attempts: attempts([80, 443, 53]), drops } }))).toEqual([]);
  });

  it('fails an open port, a closed web, and drops that were not counted', () => {
    const leak = conclude('filter', { all: { attempts: attempts([80, 443, 53, 3389]), drops } });
    expect(leak.checks.find(({ holds }) => !holds)?.measured).toBe('not 3389 by ISP1');
    expect(failing(conclude('filter', { all: { attempts: attempts([53]), drops } }))).toEqual([
      'lan-to-wan, tcp 80, 443',
    ]);
    const uncounted = { attempts: attempts([80, 443, 53]), drops: [] };
    expect(failing(conclude('filter', { all: uncounted }))).toEqual(['packets that drop rules counted']);
  });
});
