import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { shellWord } from './index.ts';

it.each(['ether1=10.0.0.2/24,10.0.0.1', 'ether1 - WAN=10.0.0.2/24', "it's", '$(reboot);`x`"\\', ''])(
  'shellWord: %s → what a shell makes of it again',
  word => {
    const said = execFileSync('sh', ['-c', `printf %s ${shellWord(word)}`], { encoding: 'utf8' });
    expect(said).toBe(word);
  },
);

it('shellWord: an option as we print it → without quotes', () => {
  expect(shellWord('ppp1=203.0.113.5/32,100.64.0.1')).toBe('ppp1=203.0.113.5/32,100.64.0.1');
});
