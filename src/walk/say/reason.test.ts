import { expect, it } from 'vitest';
import { read } from '../../../test/walk/read.ts';
import { makePacket, newState, walk } from '../index.ts';
import { becauseText } from './reason.ts';

const mangle = (rule: string) =>
  `/routing table add name=to2 fib\n/ip firewall mangle add ${rule} action=mark-connection new-connection-mark=c2\n`;

/** Why a packet of the office leaves where it does. */
function because(text: string): string {
  const prepared = read(text);
  const packet = makePacket({ src: '192.168.0.10', dst: '9.9.9.9', in: 'ether2' });
  return becauseText([walk(prepared, newState(), packet)], 'en');
}

it('a mark before the routing decision → named; one behind it → decided nothing', () => {
  expect(because(mangle('chain=prerouting'))).toContain('c2');
  expect(because(mangle('chain=forward'))).toBe('');
  expect(because(mangle('chain=postrouting'))).toBe('');
});
