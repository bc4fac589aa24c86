import { expect, it } from 'vitest';
import { readRouterOs } from '../read.ts';

const lines = [
  '/ ip address',
  'add address=192.168.0.1/24 interface=ether2',
  'add address=10.1.0.2/24 interface=ether1',
  '/ ip route',
  'add dst-address=0.0.0.0/0 gateway=10.1.0.1',
];

const errorsIn = (text: string) =>
  readRouterOs(text, { file: 'blog.txt' }).diagnostics.filter(({ severity }) => severity === 'error');

it('several commands in one line → one error, and a fix that parts them', () => {
  const text = `${lines.join(' ')}\n`;
  const found = errorsIn(text);
  expect(found.map(({ id }) => id)).toEqual(['rsc/lost-line-break']);
  const parted = (found[0]?.fix?.edits ?? []).toReversed().reduce((whole, { span, text: put }) => {
    const at = span.start.offset;
    return whole.slice(0, at) + put + whole.slice(at);
  }, text);
  const { router } = readRouterOs(parted, { file: 'blog.txt' });
  expect(errorsIn(parted)).toEqual([]);
  expect([router.addresses.length, router.routes.length]).toEqual([2, 1]);
});

it('each in a line of its own, or a flag among the properties → nothing', () => {
  expect(errorsIn(`${lines.join('\n')}\n`)).toEqual([]);
  expect(errorsIn('/ip route\nadd dst-address=10.0.0.0/8 blackhole distance=9\n')).toEqual([]);
});
