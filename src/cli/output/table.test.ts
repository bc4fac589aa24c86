import { describe, expect, it } from 'vitest';
import { printTable } from './table.ts';

describe('printTable', () => {
  it('aligns columns, numbers to the right, without trailing spaces', () => {
    const columns = [{ title: 'WAN' }, { title: 'bytes', align: 'right' as const }, { title: 'note' }];
    expect(
      printTable(columns, [
        ['isp1', '1200', ''],
        ['isp10', '7', 'idle'],
      ]),
    ).toBe('WAN    bytes  note\nisp1    1200\nisp10      7  idle\n');
  });

  it('measures coloured cells by what is seen', () => {
    const red = '\u001b[31mno\u001b[39m';
    expect(
      printTable(
        [{ title: 'ok' }, { title: 'x' }],
        [
          [red, '1'],
          ['yes', '2'],
        ],
      ),
    ).toBe(`ok   x\n${red}   1\nyes  2\n`);
  });
});
