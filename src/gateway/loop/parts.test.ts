import { expect, it } from 'vitest';
import { interfacesOf } from './interfaces.ts';
import { workQueue } from './work-queue.ts';

it('workQueue: asked while it works → one at a time, of those that wait only the latest', async () => {
  const done: string[] = [];
  let inside = 0;
  const queue = workQueue<string>(async value => {
    expect(++inside).toBe(1);
    await new Promise(resolve => setImmediate(resolve));
    done.push(value);
    inside--;
  });
  for (const value of ['a', 'b', 'c']) queue.ask(value);
  expect(queue.busy).toBe(true);
  await queue.idle();
  expect(done).toEqual(['a', 'c']);
  expect(queue.busy).toBe(false);
});

it('workQueue: asked again after it was idle → works again', async () => {
  const done: number[] = [];
  const queue = workQueue<number>(async value => void done.push(value));
  queue.ask(1);
  await queue.idle();
  queue.ask(2);
  await queue.idle();
  expect(done).toEqual([1, 2]);
});

it('interfacesOf: links with addresses → by name, without the loopback', () => {
  const link = (name: string, running: boolean) => ({
    ...{ index: 1, name, running, up: true, kind: '', mtu: 1500, mac: '', alias: '', master: 0 },
    counters: {
      ...{ rxPackets: 0, txPackets: 0, rxBytes: 0, txBytes: 0 },
      ...{ rxErrors: 0, txErrors: 0, rxDropped: 0, txDropped: 0 },
    },
  });
  const address = { address: '10.0.0.2', length: 24 } as const;
  const found = interfacesOf(
    [link('lo', true), link('ether1', true), link('ether2', false)],
    [{ interface: 'ether1', address, protocol: 0 }],
  );
  expect(found).toEqual({
    ether1: { name: 'ether1', running: true, addresses: [address], mtu: 1500 },
    ether2: { name: 'ether2', running: false, addresses: [], mtu: 1500 },
  });
});
