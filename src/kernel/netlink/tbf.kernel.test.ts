import { afterEach, expect, it } from 'vitest';
import { type Namespace, privateNamespace, run } from '../../sys/index.ts';
import { createLink, family, type NetlinkSocket, openNetlink, setTokenBucket } from './index.ts';

let ns: Namespace | undefined;
let socket: NetlinkSocket | undefined;
afterEach(() => {
  socket?.close();
  ns?.close();
});

it('limits as tc says back, and again with other numbers', () => {
  ns = privateNamespace();
  socket = openNetlink(family.ROUTE, ns);
  createLink(socket, { kind: 'veth', name: 'w1', peer: { name: 'w2' } });
  const shown = () => run(['tc', 'qdisc', 'show', 'dev', 'w1'], { ns }).stdout.replace(/ [0-9a-f]+: /, ' ');
  setTokenBucket(socket, 'w1', { rate: 512_000, burst: 3000, limit: 15_000 });
  const ours = shown();
  run(
    [
      'tc',
      'qdisc',
      'replace',
      'dev',
      'w1',
      'root',
      'tbf',
      'rate',
      '512kbit',
      'burst',
      '3000',
      'limit',
      '15000',
    ],
    { ns },
  );
  expect(ours).toBe(shown());
  setTokenBucket(socket, 'w1', { rate: 40e9, burst: 5_000_000, limit: 15_000_000 });
  expect(shown()).toContain('rate 40Gbit');
});
