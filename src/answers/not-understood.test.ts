import { expect, it } from 'vitest';
import { readTexts } from '../reading/index.ts';
import { notUnderstoodText, reservation } from './not-understood.ts';

const config = (text: string) => readTexts([{ file: 'paste.txt', text }]);

const table = `[admin@R] > /ip route print
Flags: D - DYNAMIC; A - ACTIVE; c - CONNECT, d - DHCP
Columns: DST-ADDRESS, GATEWAY, DISTANCE
    DST-ADDRESS       GATEWAY        DISTANCE
DAd 0.0.0.0/0         192.168.122.1         1
`;

it.each([
  ['a table of routes that is not read', table, 'it could matter here: paste.txt:5'],
  [
    'one with numbers',
    ' 0 A S  0.0.0.0/0                          192.168.1.1               1\n',
    'paste.txt:1',
  ],
  ['prose', 'Here is what I have done so far.\n', 'none of them could matter here'],
])('%s → says whether it could matter', (_, text, said) => {
  const whole = config(`/ip address\nadd address=10.0.0.1/24 interface=ether1\n${text}`);
  const shifted = said.replace(/:(\d+)$/, (__, line) => `:${Number(line) + 2}`);
  expect(notUnderstoodText(whole, 'en').join()).toContain(shifted);
});

it('a first sentence leaves a table out, and no prose', () => {
  expect(reservation(config(table).router, 'en')).toBe('without 1 statement that was not understood');
  expect(reservation(config('Here is what I have done so far.\n').router, 'en')).toBe('');
});
